package fi.sovittu.poll.kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Arithmetic in whole numbers until the last division. */
final class Exact {
  private Exact() {}

  /** Rounded half up to two decimals; null of nothing. */
  static @Nullable BigDecimal mean(long sum, long n) {
    return n == 0
        ? null
        : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP);
  }

  /** Half of a whole number: a whole or a half, with one decimal. */
  static BigDecimal half(long twice) {
    return BigDecimal.valueOf(twice).divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY);
  }
}
