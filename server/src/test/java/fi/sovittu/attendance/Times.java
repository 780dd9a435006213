package fi.sovittu.attendance;

import fi.sovittu.attendance.Intervals.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Times of a day for the tests: minutes after its noon, so that they are easily compared. */
final class Times {
  static final Instant NOON = Instant.parse("2026-04-02T09:00:00Z");

  /** The last minute that the generated times name. */
  static final int LAST = 120;

  static final UUID PLENARY = new UUID(0, 1);
  static final UUID EAST = new UUID(0, 2);
  static final UUID WEST = new UUID(0, 3);

  private Times() {}

  static Instant minute(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  static Interval from(int from, int to) {
    return new Interval(minute(from), minute(to));
  }

  static Interval since(int from) {
    return new Interval(minute(from), Intervals.FOREVER);
  }

  static Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, LAST);
  }

  static Arbitrary<Interval> interval() {
    return Combinators.combine(minutes(), Arbitraries.integers().between(1, 40))
        .as((from, length) -> from + length > LAST ? since(from) : from(from, from + length));
  }

  /** Intervals that may overlap, in any order. */
  static Arbitrary<List<Interval>> intervals() {
    return interval().list().ofMaxSize(8);
  }

  /** What may be recorded of one person: no overlaps, only the last may be open. */
  static Arbitrary<List<Stretch>> recorded() {
    Arbitrary<Stretch> one =
        Combinators.combine(
                Arbitraries.of(PLENARY, EAST, WEST),
                Arbitraries.of(Attendance.Channel.class),
                interval())
            .as(Stretch::new);
    return one.list().ofMaxSize(6).map(Times::apart);
  }

  private static List<Stretch> apart(List<Stretch> any) {
    List<Stretch> apart = new ArrayList<>();
    Intervals taken = Intervals.NONE;
    for (Stretch one : any) {
      for (Interval free : Intervals.of(one.during()).difference(taken).list()) {
        apart.add(one.at(free));
      }
      taken = taken.union(Intervals.of(one.during()));
    }
    apart.sort(Comparator.comparing(stretch -> stretch.during().from()));
    return apart;
  }
}
