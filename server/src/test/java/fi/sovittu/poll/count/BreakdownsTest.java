package fi.sovittu.poll.count;

import static fi.sovittu.poll.kind.Questions.stored;
import static fi.sovittu.poll.rules.BreakdownDimension.CHANNEL;
import static fi.sovittu.poll.rules.BreakdownDimension.ORGANISATION_KIND;
import static fi.sovittu.poll.rules.BreakdownDimension.SUB_REGION;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.count.Breakdown.Group;
import fi.sovittu.poll.count.Breakdowns.Classified;
import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.ThumbsQuestion;
import fi.sovittu.poll.rules.BreakdownDimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

class BreakdownsTest {
  private static final Question THUMBS = new ThumbsQuestion();

  private final List<Classified> ballots = new ArrayList<>();

  private void add(int count, String thumb, String kind, String region, String channel) {
    Map<BreakdownDimension, String> groups = new EnumMap<>(BreakdownDimension.class);
    groups.put(ORGANISATION_KIND, kind);
    groups.put(SUB_REGION, region);
    groups.put(CHANNEL, channel);
    for (int i = 0; i < count; i++) {
      ballots.add(new Classified(stored(thumb), groups));
    }
  }

  private static ChoiceTally tally(int up, int sideways, int down) {
    return ChoiceTally.of(
        THUMBS.kind(), up + sideways + down, new int[] {up, sideways, down}, sideways);
  }

  @Example
  void eachGroupIsCountedByItself() {
    add(6, "UP", "MUNICIPALITY", "Oulu", "TEAMS");
    add(5, "DOWN", "MUNICIPALITY", "Lakeus", "TEAMS");
    add(7, "SIDEWAYS", "NGO", null, "TEAMS");

    Breakdown breakdown =
        Breakdowns.of(THUMBS, List.of(SUB_REGION, ORGANISATION_KIND), ballots, true);

    assertThat(breakdown)
        .isEqualTo(
            new Breakdown(
                List.of(
                    new Breakdown.Dimension(
                        SUB_REGION,
                        List.of(
                            new Group("Lakeus", 5, tally(0, 0, 5)),
                            new Group("Oulu", 6, tally(6, 0, 0)),
                            new Group(null, 7, tally(0, 7, 0))),
                        0),
                    new Breakdown.Dimension(
                        ORGANISATION_KIND,
                        List.of(
                            new Group("MUNICIPALITY", 11, tally(6, 0, 5)),
                            new Group("NGO", 7, tally(0, 7, 0))),
                        0))));
  }

  @Example
  void smallGroupsAreWithheldOfAnAnonymousPollOnly() {
    add(10, "UP", "MUNICIPALITY", "Oulu", "TEAMS");
    add(4, "DOWN", "NGO", null, "TEAMS");
    add(1, "DOWN", "PARISH", null, "TEAMS");

    Breakdown.Dimension anonymous =
        only(Breakdowns.of(THUMBS, List.of(ORGANISATION_KIND), ballots, true));
    assertThat(anonymous.groups()).containsExactly(new Group("MUNICIPALITY", 10, tally(10, 0, 0)));
    assertThat(anonymous.withheld()).isEqualTo(5);

    Breakdown.Dimension named =
        only(Breakdowns.of(THUMBS, List.of(ORGANISATION_KIND), ballots, false));
    assertThat(named.groups()).extracting(Group::ballots).containsExactly(10, 4, 1);
    assertThat(named.withheld()).isZero();
  }

  private static Breakdown.Dimension only(Breakdown breakdown) {
    assertThat(breakdown.dimensions()).hasSize(1);
    return breakdown.dimensions().getFirst();
  }

  @Example
  void aDimensionThatIsMissingIsAGroupWithoutName() {
    ballots.addAll(Collections.nCopies(5, new Classified(stored("UP"), Map.of())));
    assertThat(only(Breakdowns.of(THUMBS, List.of(CHANNEL), ballots, true)).groups())
        .containsExactly(new Group(null, 5, tally(5, 0, 0)));
  }

  @Example
  void nobodyHasVoted() {
    assertThat(Breakdowns.of(THUMBS, List.of(CHANNEL), ballots, true))
        .isEqualTo(new Breakdown(List.of(new Breakdown.Dimension(CHANNEL, List.of(), 0))));
  }
}
