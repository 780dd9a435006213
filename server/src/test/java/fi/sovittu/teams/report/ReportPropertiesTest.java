package fi.sovittu.teams.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.teams.report.ReportReading.Wishes;
import fi.sovittu.teams.report.SampleReport.Language;
import fi.sovittu.teams.report.SampleReport.Visit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was written is read back, in every form. */
class ReportPropertiesTest {
  private static final int DAY_SECONDS = 24 * 60 * 60;

  /** A place without clock changes; those have tests of their own. */
  private static final ZoneId ZONE = ZoneId.of("UTC");

  /** A day and the stays on it, none of a person touching another of the same one. */
  record Day(LocalDate date, List<Visit> visits) {}

  @Provide
  Arbitrary<Day> days() {
    Arbitrary<LocalDate> dates =
        Arbitraries.integers()
            .between(0, 3650)
            .map(after -> LocalDate.of(2021, 1, 1).plusDays(after));
    Arbitrary<List<List<Integer>>> people =
        Arbitraries.integers()
            .between(0, DAY_SECONDS - 1)
            .set()
            .ofMinSize(2)
            .ofMaxSize(8)
            .map(ReportPropertiesTest::even)
            .list()
            .ofMinSize(1)
            .ofMaxSize(6);
    return Combinators.combine(dates, people)
        .as((date, times) -> new Day(date, visits(date, times)));
  }

  private static List<Integer> even(Set<Integer> seconds) {
    List<Integer> sorted = seconds.stream().sorted().toList();
    return sorted.subList(0, sorted.size() / 2 * 2);
  }

  private static List<Visit> visits(LocalDate date, List<List<Integer>> people) {
    List<Visit> visits = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      List<Integer> seconds = people.get(person);
      for (int i = 0; i < seconds.size(); i += 2) {
        visits.add(
            new Visit(
                "Henkilö " + (char) ('A' + person),
                person % 2 == 0 ? "h" + person + "@kunta.example" : "",
                date.atStartOfDay().plusSeconds(seconds.get(i)),
                date.atStartOfDay().plusSeconds(seconds.get(i + 1))));
      }
    }
    return visits;
  }

  @Property(tries = 150)
  void sections(@ForAll("days") Day day, @ForAll Language language, @ForAll boolean commas) {
    SampleReport sample = sample(day, language, commas);
    isReadBack(day, language, SampleReport.utf16(sample.sections()), true);
    isReadBack(day, language, SampleReport.utf8(sample.sections()), true);
  }

  @Property(tries = 150)
  void oneTable(@ForAll("days") Day day, @ForAll Language language, @ForAll boolean commas) {
    SampleReport sample = sample(day, language, commas);
    isReadBack(day, language, SampleReport.markedUtf8(sample.stays()), true);
    isReadBack(day, language, SampleReport.utf16(sample.events()), false);
  }

  private static SampleReport sample(Day day, Language language, boolean commas) {
    LocalDateTime first = day.date().atStartOfDay();
    return new SampleReport(language, minutes(day, language))
        .with(commas ? ',' : '\t')
        .lasting(first, first.plusSeconds(DAY_SECONDS - 1));
  }

  /** One language writes no seconds: there stays are a whole minute at least and minutes apart. */
  private static List<Visit> minutes(Day day, Language language) {
    if (language != Language.OTHER) {
      return day.visits();
    }
    LocalDateTime start = day.date().atStartOfDay();
    return IntStream.range(0, day.visits().size())
        .mapToObj(i -> {
          Visit one = day.visits().get(i);
          return new Visit(
              one.name(), one.email(), start.plusMinutes(20L * i), start.plusMinutes(20L * i + 10));
        })
        .toList();
  }

  private static void isReadBack(Day day, Language language, byte[] file, boolean emails) {
    Report report =
        ReportReader.read(file, new ReportReader.Known(day.date(), ZONE, null), Wishes.NONE);
    assertThat(
            report.stays().stream()
                .map(stay ->
                    new Visit(
                        stay.name(),
                        stay.email() == null ? "" : stay.email(),
                        LocalDateTime.ofInstant(stay.joined(), ZONE),
                        LocalDateTime.ofInstant(stay.left(), ZONE)))
                .sorted(ORDER)
                .toList())
        .isEqualTo(
            minutes(day, language).stream()
                .map(one -> emails ? one : new Visit(one.name(), "", one.joined(), one.left()))
                .sorted(ORDER)
                .toList());
  }

  private static final Comparator<Visit> ORDER =
      Comparator.comparing(Visit::name).thenComparing(Visit::joined);

  /** No bytes at all make it fail otherwise than by a refusal. */
  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll byte[] file) {
    try {
      ReportReader.read(file, ReportReaderTest.MEETING, Wishes.NONE);
    } catch (RefusedReport refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }

  @Property(tries = 300)
  void aReportThatWasTamperedWithIsReadOrRefused(
      @ForAll("days") Day day, @ForAll int place, @ForAll byte value) {
    byte[] file = SampleReport.utf16(sample(day, Language.ENGLISH_US, false).sections());
    file[Math.floorMod(place, file.length)] = value;
    try {
      ReportReader.read(file, new ReportReader.Known(day.date(), ZONE, null), Wishes.NONE);
    } catch (RefusedReport refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }
}
