package fi.sovittu.letters;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a file is for: everyone who is invited, or those who are all that is told.
 *
 * @param organisation whose people, null for all
 * @param group a group of voters that the person or its organisation belongs to, null for all
 * @param people who by name, null for all
 */
record Choice(@Nullable UUID organisation, @Nullable UUID group, UUID @Nullable [] people) {
  /**
   * @param people ids with commas between them
   */
  static Choice of(@Nullable String organisation, @Nullable String group, @Nullable String people) {
    return new Choice(
        organisation == null ? null : UUID.fromString(organisation),
        group == null ? null : UUID.fromString(group),
        people == null
            ? null
            : Arrays.stream(people.split(",")).map(UUID::fromString).toArray(UUID[]::new));
  }
}
