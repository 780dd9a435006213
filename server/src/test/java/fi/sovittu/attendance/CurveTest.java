package fi.sovittu.attendance;

import static fi.sovittu.attendance.Attendance.Channel.ON_SITE;
import static fi.sovittu.attendance.Attendance.Channel.TEAMS;
import static fi.sovittu.attendance.Times.from;
import static fi.sovittu.attendance.Times.minute;
import static fi.sovittu.attendance.Times.since;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.attendance.Curve.Point;
import fi.sovittu.attendance.Curve.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CurveTest {
  private static final UUID II = new UUID(1, 1);
  private static final UUID OULU = new UUID(1, 2);

  @Provide
  Arbitrary<List<Presence>> presences() {
    return Combinators.combine(
            Arbitraries.of(Attendance.Channel.class),
            Arbitraries.of(II, OULU).injectNull(0.3),
            Times.interval())
        .as(Presence::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void eachPointCountsWhoIsThereAtItsInstant(@ForAll("presences") List<Presence> all) {
    Curve curve = Curve.of(all, 2, minute(Times.LAST + 40));
    assertThat(curve.points()).hasSizeBetween(1, Curve.MOST_POINTS);
    for (Point point : curve.points()) {
      List<Presence> there = all.stream().filter(one -> one.during().contains(point.at())).toList();
      assertThat(point)
          .isEqualTo(
              new Point(
                  point.at(),
                  (int) there.stream().filter(one -> one.channel() == ON_SITE).count(),
                  (int) there.stream().filter(one -> one.channel() == TEAMS).count(),
                  (int)
                      there.stream()
                          .map(Presence::municipality)
                          .filter(Objects::nonNull)
                          .distinct()
                          .count()));
    }
  }

  @Property(tries = 200)
  void aCurveOfAnyLengthHasFewPointsInOrder(
      @ForAll @LongRange(min = 1, max = 40_000_000) long seconds) {
    Curve curve =
        Curve.of(List.of(new Presence(ON_SITE, II, since(0))), 2, minute(0).plusSeconds(seconds));
    assertThat(curve.points()).hasSizeLessThanOrEqualTo(Curve.MOST_POINTS);
    assertThat(curve.points()).extracting(Point::at).isSorted().doesNotHaveDuplicates();
    assertThat(curve.points().getLast().onSite()).isOne();
  }

  @Example
  void anAfternoon() {
    Curve curve =
        Curve.of(
            List.of(
                new Presence(ON_SITE, II, from(0, 3)),
                new Presence(TEAMS, OULU, from(1, 2)),
                new Presence(ON_SITE, null, from(1, 3))),
            30,
            minute(60));
    assertThat(curve.minutes()).isOne();
    assertThat(curve.municipalities()).isEqualTo(30);
    assertThat(curve.points())
        .containsExactly(
            new Point(minute(0), 1, 0, 1),
            new Point(minute(1), 2, 1, 2),
            new Point(minute(2), 2, 0, 1),
            new Point(minute(3), 0, 0, 0));
  }

  @Example
  void nobodyHasComeYet() {
    assertThat(Curve.of(List.of(), 30, Instant.EPOCH).points()).isEmpty();
  }
}
