package fi.sovittu.teams;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.attendance.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What the reports of one room say of a person beside what is recorded. Pure.
 *
 * <p>A report speaks of its own span only. Within it, it takes the place of what is recorded in its
 * room by Teams. What is recorded across an edge of the span stands outside of it if the report has
 * the person there at that edge, and is refuted by it otherwise. What is recorded on site, or in
 * another room, stands as long as nobody decides otherwise.
 *
 * @param reported when the person was in the room's Teams meeting
 * @param spans of the reports
 * @param recorded all that is recorded of the person in the meeting
 */
record Comparison(UUID room, Intervals reported, Intervals spans, List<Stretch> recorded) {
  /** What may be decided; the names are those of the contract and the database. */
  enum Choice {
    /** The record stays as it is. */
    KEEP,
    /** The report's times, where nothing else is recorded at the same time. */
    REPORT,
    /** The report's times beside what else is recorded. */
    BESIDE,
    /** The report's times instead of what else is recorded at the same time. */
    OVER
  }

  /** What is recorded elsewhere or on site while the report has the person in its meeting. */
  List<Stretch> conflicts() {
    List<Stretch> conflicts = new ArrayList<>();
    for (Stretch other : recorded) {
      if (!isHere(other)) {
        Intervals.of(other.during()).intersection(reported).list().stream()
            .map(common -> new Stretch(other.room(), other.channel(), common))
            .forEach(conflicts::add);
      }
    }
    return conflicts;
  }

  /** What there is to choose from beside {@link Choice#KEEP}. */
  List<Choice> choices() {
    return conflicts().isEmpty() ? List.of(Choice.REPORT) : List.of(Choice.BESIDE, Choice.OVER);
  }

  /**
   * All that shall be recorded of the person, in the order of time.
   *
   * @param choice for {@link Choice#REPORT} as for {@link Choice#BESIDE} nothing else is touched
   */
  List<Stretch> outcome(Choice choice) {
    if (choice == Choice.KEEP) {
      return ordered(recorded);
    }
    List<Stretch> result = new ArrayList<>();
    Intervals elsewhere = Intervals.NONE;
    for (Stretch other : recorded) {
      if (!isHere(other)) {
        Intervals during = Intervals.of(other.during());
        elsewhere = elsewhere.union(during);
        Intervals rest = choice == Choice.OVER ? during.difference(reported) : during;
        rest.list().forEach(piece -> result.add(new Stretch(other.room(), other.channel(), piece)));
      }
    }
    Intervals taken = choice == Choice.OVER ? reported : reported.difference(elsewhere);
    taken
        .union(outside())
        .list()
        .forEach(piece -> result.add(new Stretch(room, Channel.TEAMS, piece)));
    return ordered(result);
  }

  /** What is recorded here outside of the reports' spans and not refuted at their edges. */
  private Intervals outside() {
    List<Interval> pieces =
        here().difference(spans).list().stream().filter(this::isBelieved).toList();
    return Intervals.of(pieces);
  }

  private boolean isBelieved(Interval piece) {
    for (Interval span : spans.list()) {
      boolean endsThere = piece.to().equals(span.from());
      boolean beginsThere = piece.from().equals(span.to());
      if ((endsThere && !reported.contains(span.from())) || (beginsThere && !isLast(span.to()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the report has the person there until the instant. */
  private boolean isLast(Instant end) {
    return reported.list().stream()
        .anyMatch(one -> one.from().isBefore(end) && !one.to().isBefore(end));
  }

  private Intervals here() {
    return Intervals.of(recorded.stream().filter(this::isHere).map(Stretch::during).toList());
  }

  private boolean isHere(Stretch stretch) {
    return stretch.room().equals(room) && stretch.channel() == Channel.TEAMS;
  }

  long reportedMinutes() {
    return minutes(reported.total(Intervals.FOREVER));
  }

  /** What is recorded here within the spans; what still lasts counts until their end. */
  long recordedMinutes() {
    return minutes(here().intersection(spans).total(Intervals.FOREVER));
  }

  private static long minutes(Duration duration) {
    return Math.round(duration.toSeconds() / 60.0);
  }

  static List<Stretch> ordered(List<Stretch> stretches) {
    return stretches.stream().sorted(Comparator.comparing(one -> one.during().from())).toList();
  }
}
