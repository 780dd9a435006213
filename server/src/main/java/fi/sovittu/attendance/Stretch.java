package fi.sovittu.attendance;

import fi.sovittu.attendance.Intervals.Interval;
import java.util.Collection;
import java.util.UUID;

/** A person's uninterrupted presence in one room by one channel. */
public record Stretch(UUID room, Attendance.Channel channel, Interval during) {
  /** When the person is anywhere, by any channel: stretches that touch become one stay. */
  public static Intervals stays(Collection<Stretch> stretches) {
    return Intervals.of(stretches.stream().map(Stretch::during).toList());
  }

  /** The same place and channel at another time. */
  Stretch at(Interval time) {
    return new Stretch(room, channel, time);
  }
}
