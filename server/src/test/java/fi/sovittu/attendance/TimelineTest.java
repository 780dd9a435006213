package fi.sovittu.attendance;

import static fi.sovittu.attendance.Attendance.Channel.ON_SITE;
import static fi.sovittu.attendance.Attendance.Channel.TEAMS;
import static fi.sovittu.attendance.Times.EAST;
import static fi.sovittu.attendance.Times.PLENARY;
import static fi.sovittu.attendance.Times.from;
import static fi.sovittu.attendance.Times.minute;
import static fi.sovittu.attendance.Times.since;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Timeline.Programme;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimelineTest {
  private static final Programme IN_PLENARY = new Programme(PLENARY, null, null);
  private static final Programme EAST_RAN = new Programme(PLENARY, EAST, from(30, 60));

  @Provide
  Arbitrary<List<Stretch>> recorded() {
    return Times.recorded();
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Times.minutes();
  }

  private static Stretch there(Intervals.Interval during) {
    return new Stretch(PLENARY, ON_SITE, during);
  }

  private static void assertApart(List<Stretch> stretches) {
    for (Stretch a : stretches) {
      for (Stretch b : stretches) {
        assertThat(a == b || !a.during().overlaps(b.during())).as(a + " and " + b).isTrue();
      }
    }
  }

  /** Those in the eastern room were moved by the programme; the others have said something. */
  private static NavigableSet<Instant> said(List<Stretch> recorded) {
    return recorded.stream()
        .filter(one -> !one.room().equals(EAST))
        .map(one -> one.during().from())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is new in the second has been said. */
  private static NavigableSet<Instant> said(List<Stretch> before, List<Stretch> after) {
    NavigableSet<Instant> said = said(before);
    List<Instant> known = before.stream().map(one -> one.during().from()).toList();
    after.stream()
        .map(one -> one.during().from())
        .filter(from -> !known.contains(from))
        .forEach(said::add);
    return said;
  }

  @Property
  void whoeverCameIsThereUntilTheStayEndsOrSomethingElseIsSaid(
      @ForAll("recorded") List<Stretch> recorded,
      @ForAll("minutes") int minute,
      @ForAll Channel channel) {
    NavigableSet<Instant> said = said(recorded);
    List<Stretch> wanted = Timeline.came(recorded, said, minute(minute), channel, EAST_RAN);
    assertApart(wanted);
    Intervals before = Stretch.stays(recorded);
    Intervals after = Stretch.stays(wanted);
    assertThat(after.contains(minute(minute))).isTrue();
    assertThat(before.difference(after).isEmpty()).isTrue();
    assertThat(wanted)
        .filteredOn(one -> one.during().contains(minute(minute)))
        .extracting(Stretch::channel)
        .containsExactly(channel);
    // Whatever was earlier, and whatever somebody said later, is as it was.
    Instant next = said.higher(minute(minute));
    for (int other = 0; other < Times.LAST; other++) {
      if (other < minute || (next != null && !minute(other).isBefore(next))) {
        assertThat(at(wanted, other)).isEqualTo(at(recorded, other));
      }
    }
    assertThat(Timeline.came(wanted, said(recorded, wanted), minute(minute), channel, EAST_RAN))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static String at(List<Stretch> stretches, int minute) {
    return stretches.stream()
        .filter(one -> one.during().contains(minute(minute)))
        .map(one -> one.room() + " " + one.channel())
        .toList()
        .toString();
  }

  @Property
  void whoeverLeftIsGoneUntilTheStayEndsOrSomethingElseIsSaid(
      @ForAll("recorded") List<Stretch> recorded, @ForAll("minutes") int minute) {
    NavigableSet<Instant> said = said(recorded);
    List<Stretch> wanted = Timeline.left(recorded, said, minute(minute));
    Intervals before = Stretch.stays(recorded);
    if (wanted == null) {
      assertThat(before.contains(minute(minute))).isFalse();
      return;
    }
    assertApart(wanted);
    Intervals after = Stretch.stays(wanted);
    assertThat(after.contains(minute(minute))).isFalse();
    assertThat(after.difference(before).isEmpty()).isTrue();
    assertThat(before.difference(after).list()).hasSizeLessThanOrEqualTo(1);
    if (after.list().stream().anyMatch(stay -> stay.to().equals(minute(minute)))) {
      assertThat(Timeline.left(wanted, said, minute(minute))).isEqualTo(wanted);
    }
  }

  @Example
  void leavingEndsTheStayAndNoLaterOne() {
    List<Stretch> recorded =
        List.of(there(from(0, 30)), new Stretch(EAST, TEAMS, from(30, 60)), there(since(90)));
    assertThat(Timeline.left(recorded, said(recorded), minute(20)))
        .containsExactly(there(from(0, 20)), there(since(90)));
    assertThat(Timeline.left(recorded, said(recorded), minute(60))).isEqualTo(recorded);
    assertThat(Timeline.left(recorded, said(recorded), minute(70))).isNull();
  }

  @Example
  void comingEarlierFillsTheTimeBefore() {
    List<Stretch> recorded = List.of(there(since(20)));
    assertThat(Timeline.came(recorded, said(recorded), minute(0), ON_SITE, IN_PLENARY))
        .containsExactlyInAnyOrder(there(from(0, 20)), there(since(20)));
  }

  @Example
  void whoeverChoseARoomWasInItWhileItRan() {
    assertThat(Timeline.came(List.of(), new TreeSet<>(), minute(10), TEAMS, EAST_RAN))
        .containsExactlyInAnyOrder(
            new Stretch(PLENARY, TEAMS, from(10, 30)),
            new Stretch(EAST, TEAMS, from(30, 60)),
            new Stretch(PLENARY, TEAMS, since(60)));
  }

  @Example
  void theChannelAloneChangesInTheRoomsRecorded() {
    List<Stretch> recorded = List.of(there(from(0, 30)), new Stretch(EAST, ON_SITE, since(30)));
    assertThat(Timeline.came(recorded, said(recorded), minute(10), TEAMS, null))
        .containsExactlyInAnyOrder(
            there(from(0, 10)),
            new Stretch(PLENARY, TEAMS, from(10, 30)),
            new Stretch(EAST, TEAMS, since(30)));
    assertThat(Timeline.came(recorded, said(recorded), minute(10), ON_SITE, null))
        .containsExactlyInAnyOrderElementsOf(recorded);
  }
}
