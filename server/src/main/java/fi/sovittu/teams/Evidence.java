package fi.sovittu.teams;

import fi.sovittu.attendance.Intervals;
import fi.sovittu.base.Tokens;
import fi.sovittu.teams.Comparison.Choice;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a room that a comparison needs: its reports, whom their people are taken for,
 * what is recorded of those, and what was accepted. One moment of the database; immutable.
 */
record Evidence(
    UUID room,
    List<Reports.Stored> reports,
    List<StoredStay> stays,
    Matches matches,
    Map<UUID, List<Recorded>> recorded,
    Map<UUID, Acceptance> acceptances) {

  /**
   * One participant's.
   *
   * @param stays in the reports
   * @param base what is recorded of them, without what was accepted from the reports
   * @param acceptance the last decision, or null
   * @param changed whether the record was changed after it
   * @param seen tells these times from others
   */
  record Case(
      UUID participant,
      List<StoredStay> stays,
      List<Recorded> base,
      @Nullable Acceptance acceptance,
      boolean changed,
      Comparison comparison,
      String seen) {}

  /**
   * @param asked whose cases are needed in any event
   */
  static Future<Evidence> read(
      SqlConnection connection, UUID meeting, UUID room, Collection<UUID> asked) {
    Future<List<Reports.Stored>> reports = Reports.ofRoom(connection, meeting, room);
    Future<List<StoredStay>> stays = StoredStay.ofRoom(connection, meeting, room);
    Future<Matches> matches = Matches.read(connection, meeting);
    Future<Map<UUID, Acceptance>> accepted = Acceptance.ofRoom(connection, meeting, room);
    return Future.all(reports, stays, matches, accepted)
        .compose(all -> {
          Set<UUID> attendees = new LinkedHashSet<>(accepted.result().keySet());
          attendees.addAll(asked);
          attendees.addAll(byParticipant(stays.result(), matches.result()).keySet());
          return Recorded.of(connection, meeting, room, attendees);
        })
        .compose(found -> {
          // Of those who are in no report only what is recorded in the room has been read.
          Set<UUID> everybody = new LinkedHashSet<>(found.keySet());
          everybody.addAll(asked);
          return Recorded.of(connection, meeting, room, everybody);
        })
        .map(recorded ->
            new Evidence(
                room,
                reports.result(),
                stays.result(),
                matches.result(),
                recorded,
                accepted.result()));
  }

  private static Map<UUID, List<StoredStay>> byParticipant(
      Collection<StoredStay> stays, Matches matches) {
    Map<UUID, List<StoredStay>> found = new LinkedHashMap<>();
    for (StoredStay stay : stays) {
      UUID participant = matches.participant(stay.attendee(), stay.email());
      if (participant != null && matches.participants().containsKey(participant)) {
        found.computeIfAbsent(participant, first -> new ArrayList<>()).add(stay);
      }
    }
    return found;
  }

  /**
   * A case for everyone who is in the reports, or recorded in the room by Teams while they were
   * going on, or has been accepted; in the order of names.
   */
  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Case one : of(matches.participants().keySet())) {
      boolean taken = one.acceptance() != null && one.acceptance().choice() != Choice.KEEP;
      if (!one.stays().isEmpty() || taken || one.comparison().recordedMinutes() > 0) {
        cases.add(one);
      }
    }
    return cases;
  }

  /** The cases of these participants, who have been asked for when it was read. */
  List<Case> of(Collection<UUID> participants) {
    Map<UUID, List<StoredStay>> reported = byParticipant(stays, matches);
    Intervals spans = Reports.spans(reports);
    return participants.stream()
        .map(one -> of(one, reported.getOrDefault(one, List.of()), spans))
        .toList();
  }

  private Case of(UUID participant, List<StoredStay> own, Intervals spans) {
    List<Recorded> current = recorded.getOrDefault(participant, List.of());
    Acceptance acceptance = acceptances.get(participant);
    boolean holds = acceptance != null && acceptance.holds(Recorded.stretches(current));
    boolean taken = acceptance != null && acceptance.choice() != Choice.KEEP;
    List<Recorded> base = acceptance != null && holds ? acceptance.before() : current;
    Intervals reported = Intervals.of(own.stream().map(StoredStay::during).toList());
    Comparison comparison = new Comparison(room, reported, spans, Recorded.stretches(base));
    return new Case(
        participant, own, base, acceptance, taken && !holds, comparison, seen(comparison));
  }

  private static String seen(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append(comparison.reported()).append(comparison.spans());
    comparison.recorded().forEach(one -> text.append(one.room()).append(one));
    return Tokens.base64Url(Tokens.sha256(text.toString()));
  }
}
