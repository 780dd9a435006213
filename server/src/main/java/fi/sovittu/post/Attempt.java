package fi.sovittu.post;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt to send a message ended.
 *
 * @param fault null when the server has taken it; the others are those of the server: {@link
 *     Fault#REFUSED}, {@link Fault#POSTPONED}, {@link Fault#UNREACHABLE}
 * @param answer what the server said, one line; null when it said nothing
 */
record Attempt(@Nullable Fault fault, @Nullable String answer) {
  static final Attempt SENT = new Attempt(null, null);
}
