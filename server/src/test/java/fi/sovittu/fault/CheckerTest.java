package fi.sovittu.fault;

import static fi.sovittu.fault.Operation.AWAY;
import static fi.sovittu.fault.Operation.Outcome.ACKNOWLEDGED;
import static fi.sovittu.fault.Operation.Outcome.REFUSED;
import static fi.sovittu.fault.Operation.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.fault.Kept.Ballot;
import fi.sovittu.fault.Operation.Kind;
import fi.sovittu.fault.Operation.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Histories that could have been, and those that must be rejected. */
class CheckerTest {
  private static final UUID POLL = UUID.randomUUID();
  private static final UUID ROOM = UUID.randomUUID();
  private static final UUID PARTICIPANT = UUID.randomUUID();
  private static final UUID GOAL = UUID.randomUUID();
  private static final UUID MEETING = UUID.randomUUID();

  private final List<Operation> history = new ArrayList<>();

  private void told(
      Kind kind, UUID subject, String actor, int order, String value, Outcome outcome) {
    history.add(
        new Operation(kind, subject, actor, order, value, outcome, Instant.EPOCH, Instant.EPOCH));
  }

  private void voted(String owner, int revision, Outcome outcome) {
    told(Kind.VOTE, POLL, owner, revision, "[" + revision + "]", outcome);
  }

  private void moved(int order, String item, Outcome outcome) {
    told(Kind.MOVE, ROOM, "", order, item, outcome);
  }

  private void was(int order, String state, Outcome outcome) {
    told(Kind.ATTENDANCE, PARTICIPANT, "", order, state, outcome);
  }

  private void wrote(int version, String text, Outcome outcome) {
    told(Kind.GOAL, GOAL, "", version, text, outcome);
  }

  private static Ballot ballot(String owner, int revision) {
    return new Ballot(owner, "[" + revision + "]");
  }

  private List<String> votes(Ballot... counted) {
    return votes(counted.length, counted);
  }

  private List<String> votes(int turnout, Ballot... counted) {
    return Checker.faults(
        history,
        new Kept(
            Map.of(POLL, List.of(counted)),
            Map.of(POLL, turnout),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  private List<String> kept(
      List<String> runs, List<String> attendance, List<String> goals, List<String> names) {
    return Checker.faults(
        history,
        new Kept(
            Map.of(),
            Map.of(),
            Map.of(ROOM, runs),
            Map.of(PARTICIPANT, attendance),
            Map.of(GOAL, goals),
            Map.of(MEETING, names)));
  }

  private List<String> runs(String... items) {
    return kept(List.of(items), List.of(), List.of(), List.of());
  }

  private List<String> attendance(String... states) {
    return kept(List.of(), List.of(states), List.of(), List.of());
  }

  private List<String> goals(String... texts) {
    return kept(List.of(), List.of(), List.of(texts), List.of());
  }

  private List<String> names(String... names) {
    return kept(List.of(), List.of(), List.of(), List.of(names));
  }

  @Test
  void theLastAcknowledgedVoteCounts() {
    voted("a", 1, ACKNOWLEDGED);
    voted("a", 2, UNKNOWN);
    voted("a", 2, ACKNOWLEDGED);
    assertThat(votes(ballot("a", 2))).isEmpty();
  }

  @Test
  void anOlderOneDoesNot() {
    voted("a", 1, ACKNOWLEDGED);
    voted("a", 2, ACKNOWLEDGED);
    assertThat(votes(ballot("a", 1))).singleElement().asString().startsWith("wrong: the ballot");
  }

  @Test
  void aLateDuplicateThatWasRefusedChangesNothing() {
    voted("a", 1, ACKNOWLEDGED);
    voted("a", 2, ACKNOWLEDGED);
    voted("a", 1, REFUSED);
    assertThat(votes(ballot("a", 2))).isEmpty();
    assertThat(votes(ballot("a", 1))).isNotEmpty();
  }

  @Test
  void oneOfUnknownOutcomeMayCountOrNot() {
    voted("a", 1, ACKNOWLEDGED);
    voted("a", 2, UNKNOWN);
    assertThat(votes(ballot("a", 1))).isEmpty();
    assertThat(votes(ballot("a", 2))).isEmpty();
    assertThat(votes()).singleElement().asString().startsWith("lost: the ballot of a");
  }

  @Test
  void whoWasToldNothingMayHaveVotedOrNot() {
    voted("a", 1, UNKNOWN);
    assertThat(votes()).isEmpty();
    assertThat(votes(ballot("a", 1))).isEmpty();
  }

  @Test
  void aVoteIsNotLost() {
    voted("a", 1, ACKNOWLEDGED);
    voted("b", 1, ACKNOWLEDGED);
    assertThat(votes(ballot("b", 1)))
        .singleElement()
        .asString()
        .startsWith("lost: the ballot of a");
  }

  @Test
  void noVoteIsCountedTwice() {
    voted("a", 1, ACKNOWLEDGED);
    assertThat(votes(ballot("a", 1), ballot("a", 1)))
        .singleElement()
        .asString()
        .startsWith("counted 2 times");
  }

  @Test
  void noRefusedOneIsCounted() {
    voted("a", 1, ACKNOWLEDGED);
    voted("a", 2, REFUSED);
    voted("b", 1, REFUSED);
    assertThat(votes(ballot("a", 2))).isNotEmpty();
    assertThat(votes(ballot("a", 1), ballot("b", 1))).isNotEmpty();
    assertThat(votes(ballot("a", 1))).isEmpty();
  }

  @Test
  void noneIsCountedThatNobodySent() {
    voted("a", 1, ACKNOWLEDGED);
    assertThat(votes(ballot("a", 1), ballot("x", 1)))
        .singleElement()
        .asString()
        .contains("that nobody sent");
    assertThat(votes(ballot("a", 7))).isNotEmpty();
  }

  @Test
  void theTurnoutIsThatOfTheBallots() {
    voted("a", 1, ACKNOWLEDGED);
    assertThat(votes(2, ballot("a", 1))).singleElement().asString().startsWith("turnout 2 of 1");
  }

  @Test
  void noMoveIsLostOrDoubled() {
    moved(1, "x", ACKNOWLEDGED);
    moved(2, "y", UNKNOWN);
    moved(2, "y", ACKNOWLEDGED);
    moved(3, "x", ACKNOWLEDGED);
    assertThat(runs("x", "y", "x")).isEmpty();
    for (String[] wrong :
        new String[][] {
          {"x", "y"}, {"x"}, {}, {"x", "x"}, {"x", "y", "x", "y"}, {"y", "x"}, {"x", "y", "y", "x"}
        }) {
      assertThat(runs(wrong)).as(String.join(",", wrong)).isNotEmpty();
    }
  }

  @Test
  void aMoveOfUnknownOutcomeMayHaveHappened() {
    moved(1, "x", ACKNOWLEDGED);
    moved(2, "y", UNKNOWN);
    assertThat(runs("x")).isEmpty();
    assertThat(runs("x", "y")).isEmpty();
    assertThat(runs("x", "z")).isNotEmpty();
    assertThat(runs("y")).isNotEmpty();
  }

  @Test
  void aRefusedMoveDidNotHappen() {
    moved(1, "x", ACKNOWLEDGED);
    moved(2, "y", REFUSED);
    assertThat(runs("x", "y")).isNotEmpty();
  }

  @Test
  void noAttendanceIsLost() {
    was(1, "ON_SITE", ACKNOWLEDGED);
    was(2, AWAY, ACKNOWLEDGED);
    was(3, "TEAMS", ACKNOWLEDGED);
    assertThat(attendance("ON_SITE", AWAY, "TEAMS")).isEmpty();
    assertThat(attendance("ON_SITE")).isNotEmpty();
    assertThat(attendance("ON_SITE", "TEAMS")).isNotEmpty();
    assertThat(attendance("ON_SITE", AWAY)).isNotEmpty();
    // Gone once more, though it was said only once.
    assertThat(attendance("ON_SITE", AWAY, "TEAMS", AWAY)).isNotEmpty();
  }

  @Test
  void sayingTheSameAgainLeavesNothing() {
    was(1, "ON_SITE", ACKNOWLEDGED);
    was(2, "ON_SITE", ACKNOWLEDGED);
    was(3, AWAY, ACKNOWLEDGED);
    assertThat(attendance("ON_SITE", AWAY)).isEmpty();
  }

  @Test
  void noWordingIsLostDoubledOrKeptThoughRefused() {
    wrote(2, "a", ACKNOWLEDGED);
    wrote(2, "b", REFUSED);
    wrote(3, "b", UNKNOWN);
    wrote(3, "b", ACKNOWLEDGED);
    assertThat(goals("first", "a", "b")).isEmpty();
    assertThat(goals("first", "a")).singleElement().asString().startsWith("lost: version 3");
    assertThat(goals("first", "b", "b")).isNotEmpty();
    assertThat(goals("first", "a", "a", "b")).isNotEmpty();
    assertThat(goals("first", "a", "b", "c")).isNotEmpty();
  }

  @Test
  void whoHasJoinedHasOneParticipant() {
    told(Kind.JOIN, MEETING, "", 1, "Aino", ACKNOWLEDGED);
    told(Kind.JOIN, MEETING, "", 2, "Eino", UNKNOWN);
    assertThat(names("Aino")).isEmpty();
    assertThat(names("Aino", "Eino")).isEmpty();
    assertThat(names()).isNotEmpty();
    assertThat(names("Aino", "Aino")).isNotEmpty();
    assertThat(names("Aino", "Eino", "Eino")).isNotEmpty();
  }
}
