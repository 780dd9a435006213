package fi.sovittu.day;

import fi.sovittu.day.Template.AgendaRow;
import fi.sovittu.day.TemplateFaults.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day and its clock: reads dates and times as they are written in Finland or in ISO 8601, and
 * finds rows of one room that overlap. Compares instants, so that a day with a change of the clocks
 * is judged rightly. One thread only.
 */
final class TemplateTimes {
  private static final Pattern ISO_DATE = Pattern.compile("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})");
  private static final Pattern FINNISH_DATE =
      Pattern.compile("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})");
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[.:]([0-5]\\d)");

  private record Planned(AgendaRow row, Place place, Instant start, Instant end) {}

  private final TemplateFaults faults;
  private final Map<String, List<Planned>> rooms = new HashMap<>();

  // Stand in for a faulty date or zone, so that the agenda is examined all the same.
  private LocalDate date = LocalDate.EPOCH;
  private ZoneId zone = ZoneOffset.UTC;

  TemplateTimes(TemplateFaults faults) {
    this.faults = faults;
  }

  /** Reads the day, {@code 2.4.2026} or {@code 2026-04-02}. */
  LocalDate date(TemplateFields in, String name) {
    String text = in.text(name);
    Matcher found = ISO_DATE.matcher(text);
    if (!found.matches()) {
      found = FINNISH_DATE.matcher(text);
    }
    if (found.matches()) {
      int year = Integer.parseInt(found.group("y"));
      if (year >= TemplateLimits.FIRST_YEAR && year <= TemplateLimits.LAST_YEAR) {
        try {
          date =
              LocalDate.of(
                  year, Integer.parseInt(found.group("m")), Integer.parseInt(found.group("d")));
          return date;
        } catch (DateTimeException noSuchDay) {
          // Told below like any other text that is no date.
        }
      }
    }
    if (!text.isEmpty()) {
      notDate(faults, in.place(name), text);
    }
    return date;
  }

  /** Tells that a text is no date. */
  static void notDate(TemplateFaults faults, Place place, String text) {
    String from = String.valueOf(TemplateLimits.FIRST_YEAR);
    String to = String.valueOf(TemplateLimits.LAST_YEAR);
    faults.add(place, TemplateFault.NOT_DATE, text, from, to);
  }

  /** Reads a zone of the IANA time zone database, such as {@code Europe/Helsinki}. */
  ZoneId zone(TemplateFields in, String name) {
    String text = in.text(name);
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      zone = ZoneId.of(text);
    } else if (!text.isEmpty()) {
      in.fault(name, TemplateFault.NOT_TIME_ZONE, text);
    }
    return zone;
  }

  /** Reads a time of the day, {@code 12.05} or {@code 12:05}. */
  LocalTime time(TemplateFields in, String name) {
    String text = in.text(name);
    Matcher found = TIME.matcher(text);
    if (!found.matches()) {
      return LocalTime.MIDNIGHT;
    }
    LocalTime time =
        LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    if (zone.getRules().getValidOffsets(date.atTime(time)).isEmpty()) {
      in.fault(name, TemplateFault.TIME_SKIPPED, text);
    }
    return time;
  }

  /** Notes a faultless row; a fault when it goes on after midnight. */
  void plan(AgendaRow row, TemplateFields in) {
    Instant start = date.atTime(row.start()).atZone(zone).toInstant();
    Instant end = start.plus(Duration.ofMinutes(row.minutes()));
    if (end.isAfter(date.plusDays(1).atStartOfDay(zone).toInstant())) {
      in.fault("minutes", TemplateFault.PAST_MIDNIGHT);
    }
    rooms
        .computeIfAbsent(row.room(), room -> new ArrayList<>())
        .add(new Planned(row, in.place("start"), start, end));
  }

  /** Reports the rows that start before an earlier row of the same room has ended. */
  void findOverlaps() {
    for (List<Planned> room : rooms.values()) {
      room.sort(Comparator.comparing(Planned::start));
      // A long row may cover several; what lasts longest so far is what the next one runs into.
      Planned longest = room.getFirst();
      for (Planned next : room.subList(1, room.size())) {
        if (longest.end().isAfter(next.start())) {
          overlap(next, longest);
        }
        if (next.end().isAfter(longest.end())) {
          longest = next;
        }
      }
    }
  }

  private void overlap(Planned row, Planned other) {
    String line = String.valueOf(other.place().line());
    faults.add(row.place(), TemplateFault.OVERLAP, other.row().title(), line);
  }
}
