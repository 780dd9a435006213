package fi.sovittu.poll.kind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An exact fraction; its denominator is above 0. Immutable. */
public record Fraction(BigInteger numerator, BigInteger denominator) {
  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /**
   * @param denominator above 0
   */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** An exact mean; null of nothing. */
  static @Nullable Fraction mean(long sum, long n) {
    return n == 0 ? null : of(sum, n);
  }

  /** The sum, in lowest terms. */
  public Fraction plus(Fraction other) {
    BigInteger sum =
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    BigInteger product = denominator.multiply(other.denominator);
    BigInteger common = sum.gcd(product);
    return new Fraction(sum.divide(common), product.divide(common));
  }

  /** Divided by a number above 0, rounded half up to two decimals. */
  public BigDecimal over(int divisor) {
    BigInteger whole = denominator.multiply(BigInteger.valueOf(divisor));
    return new BigDecimal(numerator).divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
  }
}
