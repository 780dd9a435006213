package fi.sovittu.records;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The meeting whose records are written: its day and the clock on its wall. Immutable. */
record Day(UUID meeting, LocalDate date, ZoneId zone) {
  /** The instant on the meeting's wall clock, without parts of a second. */
  @Nullable LocalDateTime local(@Nullable OffsetDateTime instant) {
    return instant == null
        ? null
        : instant.atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
  }
}
