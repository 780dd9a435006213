package fi.sovittu.attendance;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person's recorded stretches become when somebody says at which instant they came or left.
 * Pure.
 */
final class Timeline {
  /**
   * Where the programme has a person.
   *
   * @param chosen the parallel room chosen, or null
   * @param runs when that room runs; null when it has not started
   */
  record Programme(UUID plenary, @Nullable UUID chosen, @Nullable Interval runs) {
    /** The stretches of someone who is present all that time. */
    List<Stretch> over(Interval time, Channel channel) {
      Intervals all = Intervals.of(time);
      Intervals running = runs == null ? Intervals.NONE : Intervals.of(runs);
      List<Stretch> stretches = new ArrayList<>();
      for (Interval one : all.difference(running).list()) {
        stretches.add(new Stretch(plenary, channel, one));
      }
      for (Interval one : all.intersection(running).list()) {
        stretches.add(new Stretch(chosen == null ? plenary : chosen, channel, one));
      }
      return stretches;
    }
  }

  private Timeline() {}

  /**
   * They came, or changed channel or room, at the instant. It holds until the next thing that
   * somebody has said of them, or until the stay ends that the instant falls in.
   *
   * @param said the instants at which somebody, and not the programme, has said where they are
   * @param programme where they are from then on; null to leave them in the rooms recorded, when
   *     the instant falls in a stay
   */
  static List<Stretch> came(
      List<Stretch> recorded,
      NavigableSet<Instant> said,
      Instant at,
      Channel channel,
      @Nullable Programme programme) {
    Interval stay = Stretch.stays(recorded).around(at);
    Interval time = new Interval(at, until(said, at, stay == null ? Intervals.FOREVER : stay.to()));
    List<Stretch> changed = without(recorded, time);
    if (programme != null) {
      changed.addAll(programme.over(time, channel));
      return settled(recorded, changed);
    }
    for (Stretch one : recorded) {
      Interval kept = one.during().common(time);
      if (kept != null) {
        changed.add(new Stretch(one.room(), channel, kept));
      }
    }
    return settled(recorded, changed);
  }

  /**
   * They left at the instant, and were away until the next thing that somebody has said of them, or
   * for good.
   *
   * @return null when they were not present at that instant, nor up to it
   */
  static @Nullable List<Stretch> left(
      List<Stretch> recorded, NavigableSet<Instant> said, Instant at) {
    Intervals stays = Stretch.stays(recorded);
    Interval stay = stays.around(at);
    if (stay == null) {
      return stays.list().stream().anyMatch(one -> one.to().equals(at)) ? recorded : null;
    }
    return without(recorded, new Interval(at, until(said, at, stay.to())));
  }

  private static Instant until(NavigableSet<Instant> said, Instant at, Instant end) {
    Instant next = said.higher(at);
    return next != null && next.isBefore(end) ? next : end;
  }

  private static List<Stretch> without(List<Stretch> recorded, Interval time) {
    List<Stretch> rest = new ArrayList<>();
    for (Stretch one : recorded) {
      Intervals.of(one.during())
          .difference(Intervals.of(time))
          .list()
          .forEach(part -> rest.add(one.at(part)));
    }
    return rest;
  }

  /**
   * What was recorded and still holds stays in one piece, so that saying it again changes nothing.
   */
  private static List<Stretch> settled(List<Stretch> recorded, List<Stretch> changed) {
    List<Stretch> result = new ArrayList<>(changed);
    for (Stretch one : recorded) {
      Intervals during = Intervals.of(one.during());
      List<Stretch> same =
          result.stream()
              .filter(part -> part.room().equals(one.room()) && part.channel() == one.channel())
              .toList();
      if (Stretch.stays(same).intersection(during).equals(during)) {
        result.removeAll(same);
        for (Stretch part : same) {
          Intervals.of(part.during())
              .difference(during)
              .list()
              .forEach(rest -> result.add(part.at(rest)));
        }
        result.add(one);
      }
    }
    return result;
  }
}
