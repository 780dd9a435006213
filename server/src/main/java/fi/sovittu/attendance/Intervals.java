package fi.sovittu.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of instants, as intervals in the order of time that neither overlap nor touch. Instants
 * know no time zone, so a night in which the clocks are changed is as long as it is. Immutable.
 */
public final class Intervals {
  /** The end of what still lasts. */
  public static final Instant FOREVER = Instant.MAX;

  /** The set without any instant. */
  public static final Intervals NONE = new Intervals(List.of());

  /**
   * From one instant, which belongs to it, to another, which does not.
   *
   * @param to {@link #FOREVER} while it lasts
   */
  public record Interval(Instant from, Instant to) {
    /**
     * @throws IllegalArgumentException if it would hold no instant
     */
    public Interval {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("from " + from + " to " + to);
      }
    }

    /** Whether it still lasts. */
    public boolean isOpen() {
      return to.equals(FOREVER);
    }

    public boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    /** Whether both hold an instant. */
    public boolean overlaps(Interval other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What both hold; null for nothing. */
    @Nullable Interval common(Interval other) {
      return overlaps(other) ? new Interval(later(from, other.from), earlier(to, other.to)) : null;
    }
  }

  private final List<Interval> ordered;

  private Intervals(List<Interval> ordered) {
    this.ordered = ordered;
  }

  /** The instants of the given intervals, which may overlap and come in any order. */
  public static Intervals of(Collection<Interval> intervals) {
    List<Interval> sorted =
        intervals.stream().sorted(Comparator.comparing(Interval::from)).toList();
    List<Interval> joined = new ArrayList<>();
    for (Interval next : sorted) {
      Interval last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && !next.from().isAfter(last.to())) {
        joined.set(joined.size() - 1, new Interval(last.from(), later(last.to(), next.to())));
      } else {
        joined.add(next);
      }
    }
    return new Intervals(List.copyOf(joined));
  }

  /** The instants of one interval. */
  public static Intervals of(Interval interval) {
    return new Intervals(List.of(interval));
  }

  /** In the order of time; between two of them there is a gap. */
  public List<Interval> list() {
    return ordered;
  }

  public boolean isEmpty() {
    return ordered.isEmpty();
  }

  public boolean contains(Instant at) {
    return around(at) != null;
  }

  /** The interval that the instant belongs to, or null. */
  public @Nullable Interval around(Instant at) {
    for (Interval one : ordered) {
      if (one.contains(at)) {
        return one;
      }
    }
    return null;
  }

  /** The first interval that begins later than the instant, or null. */
  public @Nullable Interval after(Instant at) {
    for (Interval one : ordered) {
      if (one.from().isAfter(at)) {
        return one;
      }
    }
    return null;
  }

  /** The instants of either. */
  public Intervals union(Intervals other) {
    List<Interval> all = new ArrayList<>(ordered);
    all.addAll(other.ordered);
    return of(all);
  }

  /** The instants of both. */
  public Intervals intersection(Intervals other) {
    List<Interval> common = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    while (mine < ordered.size() && theirs < other.ordered.size()) {
      Interval a = ordered.get(mine);
      Interval b = other.ordered.get(theirs);
      Interval both = a.common(b);
      if (both != null) {
        common.add(both);
      }
      if (a.to().isBefore(b.to())) {
        mine++;
      } else {
        theirs++;
      }
    }
    return new Intervals(List.copyOf(common));
  }

  /** The instants of this that the other has not. */
  public Intervals difference(Intervals other) {
    List<Interval> rest = new ArrayList<>();
    for (Interval one : ordered) {
      Instant from = one.from();
      for (Interval hole : other.ordered) {
        if (hole.overlaps(one)) {
          if (from.isBefore(hole.from())) {
            rest.add(new Interval(from, hole.from()));
          }
          from = later(from, hole.to());
        }
      }
      if (from.isBefore(one.to())) {
        rest.add(new Interval(from, one.to()));
      }
    }
    return new Intervals(List.copyOf(rest));
  }

  /**
   * How long all of it lasts together.
   *
   * @param until the end of an interval that still lasts; what comes after it is not counted
   */
  public Duration total(Instant until) {
    Duration total = Duration.ZERO;
    for (Interval one : ordered) {
      Instant to = earlier(one.to(), until);
      if (one.from().isBefore(to)) {
        total = total.plus(Duration.between(one.from(), to));
      }
    }
    return total;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Intervals intervals && ordered.equals(intervals.ordered);
  }

  @Override
  public int hashCode() {
    return ordered.hashCode();
  }

  @Override
  public String toString() {
    return ordered.toString();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
