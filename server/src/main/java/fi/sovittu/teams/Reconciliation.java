package fi.sovittu.teams;

import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.attendance.Stretch;
import fi.sovittu.teams.Comparison.Choice;
import fi.sovittu.teams.Evidence.Case;
import fi.sovittu.teams.Matches.Participant;
import fi.sovittu.teams.NameIndex.Suggestion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code TeamsReconciliation}: a room's reports, who their people are, and how their
 * times differ from what is recorded.
 */
record Reconciliation(
    List<Reports.Stored> reports, List<Attendee> attendees, List<Compared> comparisons) {
  /**
   * @param names as Teams showed them, the first one first
   * @param email for organisers only
   */
  record Attendee(
      UUID id,
      List<String> names,
      @Nullable String note,
      boolean phone,
      @Nullable String email,
      Instant from,
      Instant to,
      Matches.State state,
      @Nullable Participant participant,
      List<Suggestion> suggestions) {}

  record Time(Instant from, @Nullable Instant to, boolean assumed) {}

  record Place(
      UUID room, String channel, Instant from, @Nullable Instant to, @Nullable String source) {
    static Place of(Stretch stretch, @Nullable String source) {
      Interval during = stretch.during();
      return new Place(
          stretch.room(),
          stretch.channel().name(),
          during.from(),
          during.isOpen() ? null : during.to(),
          source);
    }
  }

  record Outcome(Choice choice, List<Place> intervals) {}

  /**
   * @param changed whether the record was changed after it was accepted
   */
  record Accepted(Choice choice, @Nullable String by, OffsetDateTime at, boolean changed) {}

  record Compared(
      Participant participant,
      List<Time> reported,
      List<Place> recorded,
      List<Place> conflicts,
      long reportedMinutes,
      long recordedMinutes,
      List<Outcome> outcomes,
      @Nullable Accepted accepted,
      String seen) {}

  /**
   * @param emails whether whoever asks may see e-mail addresses
   */
  static Reconciliation of(Evidence evidence, boolean emails) {
    return new Reconciliation(
        evidence.reports(),
        attendees(evidence, emails),
        evidence.cases().stream().map(one -> compared(evidence, one)).toList());
  }

  private static List<Attendee> attendees(Evidence evidence, boolean emails) {
    Map<UUID, List<StoredStay>> byAttendee = new LinkedHashMap<>();
    evidence
        .stays()
        .forEach(stay ->
            byAttendee.computeIfAbsent(stay.attendee(), first -> new ArrayList<>()).add(stay));
    Matches matches = evidence.matches();
    NameIndex names = new NameIndex(matches.participants().values());
    List<Attendee> attendees = new ArrayList<>();
    byAttendee.forEach((id, stays) -> attendees.add(attendee(id, stays, matches, names, emails)));
    return attendees;
  }

  private static Attendee attendee(
      UUID id, List<StoredStay> stays, Matches matches, NameIndex index, boolean emails) {
    StoredStay first = stays.getFirst();
    Matches.State state = matches.state(id, first.email());
    UUID participant = matches.participant(id, first.email());
    boolean open = state == Matches.State.OPEN && !first.phone();
    return new Attendee(
        id,
        stays.stream().map(StoredStay::name).distinct().toList(),
        stays.stream().map(StoredStay::note).filter(Objects::nonNull).findFirst().orElse(null),
        first.phone(),
        emails ? first.email() : null,
        first.during().from(),
        stays.stream().map(stay -> stay.during().to()).max(Instant::compareTo).orElseThrow(),
        state,
        participant == null ? null : matches.participants().get(participant),
        open ? index.find(first.name()) : List.of());
  }

  private static Compared compared(Evidence evidence, Case one) {
    Comparison comparison = one.comparison();
    Acceptance acceptance = one.acceptance();
    return new Compared(
        Objects.requireNonNull(evidence.matches().participants().get(one.participant())),
        comparison.reported().list().stream().map(time -> time(one, time)).toList(),
        one.base().stream().map(place -> Place.of(place.stretch(), place.source())).toList(),
        comparison.conflicts().stream().map(place -> Place.of(place, null)).toList(),
        comparison.reportedMinutes(),
        comparison.recordedMinutes(),
        comparison.choices().stream().map(choice -> outcome(comparison, choice)).toList(),
        acceptance == null
            ? null
            : new Accepted(acceptance.choice(), acceptance.by(), acceptance.at(), one.changed()),
        one.seen());
  }

  private static Time time(Case one, Interval time) {
    boolean assumed =
        one.stays().stream()
            .anyMatch(stay -> stay.assumed() && stay.during().to().equals(time.to()));
    return new Time(time.from(), time.to(), assumed);
  }

  private static Outcome outcome(Comparison comparison, Choice choice) {
    return new Outcome(
        choice, comparison.outcome(choice).stream().map(place -> Place.of(place, null)).toList());
  }
}
