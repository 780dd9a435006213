package fi.sovittu.post;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that a message can be sent to or from, in characters that every SMTP server takes.
 * Immutable.
 *
 * @param name whom to show beside it; empty for nobody
 * @param address {@code local@domain}, the domain in its ASCII form
 */
public record MailAddress(String name, String address) {
  /** Characters of a whole address (RFC 5321, 4.5.3.1.3). */
  static final int MOST_CHARACTERS = 254;

  /** Characters in an encoded word: it has 75 at most itself, and each takes four bytes at most. */
  private static final int WORD = 11;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");

  private static final Pattern NAMED = Pattern.compile("([^<>()\",;:@\\\\\\p{Cc}]*)<([^<>]*)>");

  /**
   * The address alone; null for a text that is none, or whose part before the @ needs characters
   * that few servers take.
   */
  static @Nullable String usable(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > 64 || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return null;
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1));
      String address = text.substring(0, at + 1) + domain;
      return DOMAIN.matcher(domain).matches() && address.length() <= MOST_CHARACTERS
          ? address
          : null;
    } catch (IllegalArgumentException noDomain) {
      return null;
    }
  }

  /** {@code address} or {@code Name <address>}; null for anything else. */
  public static @Nullable MailAddress parse(String text) {
    Matcher named = NAMED.matcher(text);
    String name = named.matches() ? named.group(1).strip() : "";
    String address = usable(named.matches() ? named.group(2) : text);
    return address == null ? null : new MailAddress(name, address);
  }

  /** What stands behind the @. */
  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** As a header of a message says it: a name in other than ASCII in encoded words (RFC 2047). */
  String header() {
    if (name.isEmpty()) {
      return address;
    }
    if (name.chars().allMatch(character -> character < 128)) {
      return "\"" + name + "\" <" + address + ">";
    }
    StringBuilder words = new StringBuilder();
    int begin = 0;
    while (begin < name.length()) {
      int end =
          name.offsetByCodePoints(begin, Math.min(WORD, name.codePointCount(begin, name.length())));
      byte[] part = name.substring(begin, end).getBytes(StandardCharsets.UTF_8);
      words.append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(part)).append("?= ");
      begin = end;
    }
    return words + "<" + address + ">";
  }
}
