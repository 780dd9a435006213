package fi.sovittu.teams.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is known in the reports of one meeting: the e-mail address, else the name. Two
 * who share a name and give no address cannot be told apart. Pure.
 */
public final class AttendeeKey {
  private AttendeeKey() {}

  public static String of(String name, @Nullable String email) {
    if (email != null) {
      return "e:" + email.toLowerCase(Locale.ROOT);
    }
    String folded = AttendeeName.folded(name);
    return "n:" + (folded.isEmpty() ? name.strip() : folded);
  }

  /** The key as an id (RFC 9562, version 3): it stays the same in every report. */
  public static UUID id(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}
