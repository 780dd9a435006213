package fi.sovittu.meeting;

import fi.sovittu.base.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Makes guessing joining codes hopeless. Wrong codes are counted by address and over all, in
 * buckets that fill again with time; right ones are not, and a code that was right from an address
 * before is always let through there: a hall behind one address is never locked out by whoever
 * guesses in it. Event loop only.
 */
public final class WrongCodes {
  /** How many wrong codes an address may give at once: a hall of a thousand that mistypes. */
  static final int FROM_ADDRESS = 300;

  /** How soon an address may give one more, milliseconds. */
  static final long ADDRESS_REFILL_MILLIS = 2_000;

  /**
   * The same from everywhere together. Of a thousand million codes so few can be tried in a day.
   */
  static final int FROM_ALL = 20_000;

  static final long ALL_REFILL_MILLIS = 20;

  /** How many addresses are remembered; the least recently used go first. */
  static final int REMEMBERED = 20_000;

  /** How many right codes of an address are remembered. */
  private static final int RIGHT = 50;

  private static final class Bucket {
    private final int size;
    private final long refillMillis;
    private double left;
    private long at;
    private final Set<String> right = new LinkedHashSet<>();

    Bucket(int size, long refillMillis, long now) {
      this.size = size;
      this.refillMillis = refillMillis;
      this.left = size;
      this.at = now;
    }

    boolean isEmpty(long now) {
      left = Math.min(size, left + (double) (now - at) / refillMillis);
      at = now;
      return left < 1;
    }

    void take() {
      left -= 1;
    }
  }

  private final LongSupplier clock;
  private final Bucket all;
  private final Map<String, Bucket> addresses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  public WrongCodes() {
    this(() -> System.nanoTime() / 1_000_000);
  }

  /**
   * @param clock milliseconds of any origin
   */
  WrongCodes(LongSupplier clock) {
    this.clock = clock;
    this.all = new Bucket(FROM_ALL, ALL_REFILL_MILLIS, clock.getAsLong());
  }

  /**
   * To be asked before a code is looked up.
   *
   * @throws Problem TOO_MANY_TRIES when the address, or all together, gave too many wrong ones
   */
  public void mustBeAllowed(String address, String code) {
    long now = clock.getAsLong();
    Bucket own = of(address);
    if (own.right.contains(key(code))) {
      return;
    }
    if (own.isEmpty(now) || all.isEmpty(now)) {
      throw Problem.of(Problem.Code.TOO_MANY_TRIES);
    }
  }

  /** The code was looked up and is a meeting's. */
  public void right(String address, String code) {
    Bucket own = of(address);
    if (own.right.size() < RIGHT) {
      own.right.add(key(code));
    }
  }

  /** The code was looked up and is none. */
  public void wrong(String address) {
    of(address).take();
    all.take();
  }

  private Bucket of(String address) {
    return addresses.computeIfAbsent(
        address, first -> new Bucket(FROM_ADDRESS, ADDRESS_REFILL_MILLIS, clock.getAsLong()));
  }

  private static String key(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
