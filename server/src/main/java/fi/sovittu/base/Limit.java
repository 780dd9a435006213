package fi.sovittu.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a constant as a limit that people meet. The list of limits in {@code deploy/limits.md} is
 * made from these and from the contract, so that no number stands in two places.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Limit {
  /** What is limited, as the list says it. */
  String value();

  /** Of a number: what is counted, such as bytes or rows; empty for a duration. */
  String unit() default "";
}
