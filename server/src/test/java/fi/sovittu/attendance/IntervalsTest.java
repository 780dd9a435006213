package fi.sovittu.attendance;

import static fi.sovittu.attendance.Times.from;
import static fi.sovittu.attendance.Times.minute;
import static fi.sovittu.attendance.Times.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.attendance.Intervals.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalsTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  @Provide
  Arbitrary<List<Interval>> intervals() {
    return Times.intervals();
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Times.minutes();
  }

  private static boolean in(List<Interval> any, Instant at) {
    return any.stream().anyMatch(one -> one.contains(at));
  }

  @Property
  void noTwoOverlapOrTouchAndAllAreInOrder(@ForAll("intervals") List<Interval> any) {
    List<Interval> list = Intervals.of(any).list();
    for (int i = 1; i < list.size(); i++) {
      assertThat(list.get(i - 1).to()).isBefore(list.get(i).from());
    }
  }

  @Property
  void theOrderInWhichTheyComeIsNoMatter(@ForAll("intervals") List<Interval> any) {
    List<Interval> reversed = new ArrayList<>(any);
    Collections.reverse(reversed);
    assertThat(Intervals.of(reversed)).isEqualTo(Intervals.of(any));
    assertThat(Intervals.of(Intervals.of(any).list())).isEqualTo(Intervals.of(any));
  }

  @Property
  void anInstantIsInTheOneInTheOtherOrInBoth(
      @ForAll("intervals") List<Interval> a,
      @ForAll("intervals") List<Interval> b,
      @ForAll("minutes") int minute) {
    Instant at = minute(minute);
    Intervals one = Intervals.of(a);
    Intervals other = Intervals.of(b);
    assertThat(one.contains(at)).isEqualTo(in(a, at));
    assertThat(one.union(other).contains(at)).isEqualTo(in(a, at) || in(b, at));
    assertThat(one.intersection(other).contains(at)).isEqualTo(in(a, at) && in(b, at));
    assertThat(one.difference(other).contains(at)).isEqualTo(in(a, at) && !in(b, at));
  }

  @Property
  void whatIsTakenAwayAndWhatRemainsMakeTheWhole(
      @ForAll("intervals") List<Interval> a, @ForAll("intervals") List<Interval> b) {
    Intervals one = Intervals.of(a);
    Intervals other = Intervals.of(b);
    Intervals both = one.intersection(other);
    Intervals rest = one.difference(other);
    assertThat(both).isEqualTo(other.intersection(one));
    assertThat(rest.intersection(other)).isEqualTo(Intervals.NONE);
    assertThat(rest.union(both)).isEqualTo(one);
    assertThat(one.difference(Intervals.NONE)).isEqualTo(one);
    assertThat(one.difference(one).isEmpty()).isTrue();
  }

  @Property
  void totalsAddUp(
      @ForAll("intervals") List<Interval> a,
      @ForAll("intervals") List<Interval> b,
      @ForAll("minutes") int until) {
    Intervals one = Intervals.of(a);
    Intervals other = Intervals.of(b);
    Instant end = minute(until);
    assertThat(one.union(other).total(end).plus(one.intersection(other).total(end)))
        .isEqualTo(one.total(end).plus(other.total(end)));
    assertThat(one.difference(other).total(end))
        .isEqualTo(one.total(end).minus(one.intersection(other).total(end)));
    // Minute by minute.
    long minutes = 0;
    for (int minute = 0; minute < until; minute++) {
      minutes += in(a, minute(minute)) ? 1 : 0;
    }
    assertThat(one.total(end)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Property
  void whatIsAroundAnInstantAndWhatComesAfter(
      @ForAll("intervals") List<Interval> any, @ForAll("minutes") int minute) {
    Intervals intervals = Intervals.of(any);
    Interval around = intervals.around(minute(minute));
    Interval after = intervals.after(minute(minute));
    assertThat(around != null).isEqualTo(in(any, minute(minute)));
    if (after != null) {
      assertThat(after.from()).isAfter(minute(minute));
      assertThat(intervals.list().stream().filter(one -> one.from().isAfter(minute(minute))))
          .first()
          .isEqualTo(after);
    }
  }

  @Example
  void whatTouchesIsOne() {
    assertThat(Intervals.of(List.of(from(0, 10), from(10, 20), from(21, 30))).list())
        .containsExactly(from(0, 20), from(21, 30));
  }

  @Example
  void whatLastsIsCountedUntilNowOnly() {
    Intervals present = Intervals.of(List.of(from(0, 10), since(30)));
    assertThat(present.total(minute(50))).isEqualTo(Duration.ofMinutes(30));
    assertThat(present.total(minute(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(present.contains(minute(10_000))).isTrue();
    assertThat(present.union(Intervals.of(from(100, 200)))).isEqualTo(present);
  }

  @Example
  void nothingLastsNoTime() {
    assertThatThrownBy(() -> from(10, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> from(11, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Intervals.of(List.of()).total(minute(10))).isZero();
  }

  /**
   * In Finland 3.00 becomes 4.00 in the night of 29.3.2026, and 4.00 becomes 3.00 on 25.10.2026.
   */
  @Example
  void nightsInWhichTheClocksAreChanged() {
    Interval spring = night("2026-03-28T22:00", "2026-03-29T06:00");
    Interval autumn = night("2026-10-24T22:00", "2026-10-25T06:00");
    assertThat(Intervals.of(spring).total(Intervals.FOREVER)).isEqualTo(Duration.ofHours(7));
    assertThat(Intervals.of(autumn).total(Intervals.FOREVER)).isEqualTo(Duration.ofHours(9));
    // The hour that comes twice is two hours, and both belong to the night once.
    Interval twice =
        new Interval(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T02:00:00Z"));
    Intervals without = Intervals.of(autumn).difference(Intervals.of(twice));
    assertThat(without.total(Intervals.FOREVER)).isEqualTo(Duration.ofHours(7));
    assertThat(without.union(Intervals.of(twice))).isEqualTo(Intervals.of(autumn));
  }

  private static Interval night(String from, String to) {
    return new Interval(
        LocalDateTime.parse(from).atZone(HELSINKI).toInstant(),
        LocalDateTime.parse(to).atZone(HELSINKI).toInstant());
  }
}
