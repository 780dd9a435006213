package fi.sovittu.teams;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.attendance.Stretch;
import fi.sovittu.teams.Comparison.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonTest {
  private static final UUID HERE = new UUID(0, 1);
  private static final UUID ELSEWHERE = new UUID(0, 2);

  private static Instant at(int minute) {
    return Instant.parse("2026-04-02T09:00:00Z").plusSeconds(60L * minute);
  }

  private static Interval time(int from, int to) {
    return new Interval(at(from), to < 0 ? Intervals.FOREVER : at(to));
  }

  private static Stretch teams(int from, int to) {
    return new Stretch(HERE, Channel.TEAMS, time(from, to));
  }

  private static Stretch onSite(int from, int to) {
    return new Stretch(HERE, Channel.ON_SITE, time(from, to));
  }

  private static Stretch elsewhere(int from, int to) {
    return new Stretch(ELSEWHERE, Channel.TEAMS, time(from, to));
  }

  /** A report that speaks of the minutes 0 to 180. */
  private static Comparison compare(List<Interval> reported, Stretch... recorded) {
    return new Comparison(
        HERE, Intervals.of(reported), Intervals.of(time(0, 180)), List.of(recorded));
  }

  @Example
  void theReportTakesThePlaceOfWhatWasSaid() {
    Comparison comparison = compare(List.of(time(5, 60), time(70, 170)), teams(0, 175));
    assertThat(comparison.conflicts()).isEmpty();
    assertThat(comparison.choices()).containsExactly(Choice.REPORT);
    assertThat(comparison.outcome(Choice.REPORT)).containsExactly(teams(5, 60), teams(70, 170));
    assertThat(comparison.outcome(Choice.KEEP)).containsExactly(teams(0, 175));
    assertThat(comparison.reportedMinutes()).isEqualTo(155);
    assertThat(comparison.recordedMinutes()).isEqualTo(175);
  }

  @Example
  void aDepartureThatWasNeverSaidIsTheReports() {
    assertThat(compare(List.of(time(5, 100)), teams(0, -1)).outcome(Choice.REPORT))
        .containsExactly(teams(5, 100));
  }

  @Example
  void whoIsThereAtTheEndOfTheReportMayStillBeThere() {
    assertThat(compare(List.of(time(5, 180)), teams(0, -1)).outcome(Choice.REPORT))
        .containsExactly(teams(5, -1));
    assertThat(compare(List.of(time(0, 100)), teams(-10, 90)).outcome(Choice.REPORT))
        .containsExactly(teams(-10, 100));
  }

  @Example
  void whatTheReportDoesNotSpeakOfStays() {
    assertThat(compare(List.of(time(5, 100)), teams(0, 90), teams(190, 200)).outcome(Choice.REPORT))
        .containsExactly(teams(5, 100), teams(190, 200));
  }

  @Example
  void whoeverIsInNoReportWasNotThere() {
    Comparison comparison = compare(List.of(), teams(10, -1), elsewhere(0, 10));
    assertThat(comparison.outcome(Choice.REPORT)).containsExactly(elsewhere(0, 10));
    assertThat(comparison.recordedMinutes()).isEqualTo(170);
  }

  @Example
  void presenceOnSiteIsAConflictAndStaysUnlessChosen() {
    Comparison comparison = compare(List.of(time(5, 100)), onSite(60, -1));
    assertThat(comparison.conflicts()).containsExactly(onSite(60, 100));
    assertThat(comparison.choices()).containsExactly(Choice.BESIDE, Choice.OVER);
    assertThat(comparison.outcome(Choice.BESIDE)).containsExactly(teams(5, 60), onSite(60, -1));
    assertThat(comparison.outcome(Choice.OVER)).containsExactly(teams(5, 100), onSite(100, -1));
  }

  @Example
  void anotherRoomIsAConflictToo() {
    Comparison comparison = compare(List.of(time(0, 180)), teams(0, 5), elsewhere(5, 90));
    assertThat(comparison.conflicts()).containsExactly(elsewhere(5, 90));
    assertThat(comparison.outcome(Choice.BESIDE))
        .containsExactly(teams(0, 5), elsewhere(5, 90), teams(90, 180));
    assertThat(comparison.outcome(Choice.OVER)).containsExactly(teams(0, 180));
  }

  @Provide
  Arbitrary<Comparison> comparisons() {
    Arbitrary<List<Interval>> times =
        Arbitraries.integers().between(-20, 220).set().ofMaxSize(8).map(ComparisonTest::pairs);
    Arbitrary<List<Stretch>> recorded =
        Combinators.combine(times, Arbitraries.integers().between(0, 80).list().ofSize(5))
            .as(ComparisonTest::stretches);
    return Combinators.combine(times, recorded)
        .as((reported, stretches) -> {
          Intervals spans = Intervals.of(time(0, 180));
          Intervals within = Intervals.of(reported).intersection(spans);
          return new Comparison(HERE, within, spans, stretches);
        });
  }

  private static List<Interval> pairs(Set<Integer> minutes) {
    List<Integer> sorted = minutes.stream().sorted().toList();
    List<Interval> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i += 2) {
      pairs.add(new Interval(at(sorted.get(i)), at(sorted.get(i + 1))));
    }
    return pairs;
  }

  private static List<Stretch> stretches(List<Interval> times, List<Integer> kinds) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      int kind = kinds.get(i) % 4;
      stretches.add(
          new Stretch(
              kind < 2 ? HERE : ELSEWHERE,
              kind % 2 == 0 ? Channel.TEAMS : Channel.ON_SITE,
              times.get(i)));
    }
    return stretches;
  }

  @Property
  void nothingOverlapsWhateverIsChosen(
      @ForAll("comparisons") Comparison comparison, @ForAll Choice choice) {
    List<Stretch> outcome = comparison.outcome(choice);
    for (int i = 1; i < outcome.size(); i++) {
      assertThat(outcome.get(i - 1).during().to())
          .isBeforeOrEqualTo(outcome.get(i).during().from());
    }
  }

  @Property
  void whatIsRecordedElsewhereOrOnSiteStaysUnlessTheReportWins(
      @ForAll("comparisons") Comparison comparison) {
    List<Stretch> others =
        comparison.recorded().stream()
            .filter(one -> !one.room().equals(HERE) || one.channel() != Channel.TEAMS)
            .toList();
    assertThat(comparison.outcome(Choice.BESIDE)).containsAll(others);
  }

  @Property
  void theReportHoldsWhereItWins(@ForAll("comparisons") Comparison comparison) {
    Intervals here =
        Intervals.of(
            comparison.outcome(Choice.OVER).stream()
                .filter(one -> one.room().equals(HERE) && one.channel() == Channel.TEAMS)
                .map(Stretch::during)
                .toList());
    assertThat(here.intersection(comparison.spans())).isEqualTo(comparison.reported());
  }

  @Property
  void acceptingTwiceIsOnce(@ForAll("comparisons") Comparison comparison, @ForAll Choice choice) {
    List<Stretch> once = comparison.outcome(choice);
    Comparison again = new Comparison(HERE, comparison.reported(), comparison.spans(), once);
    assertThat(again.outcome(choice)).isEqualTo(once);
  }
}
