package fi.sovittu.people.roster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a meeting has that a roster may name. Immutable.
 *
 * @param organisations in the Finnish alphabet's order
 * @param rooms with the plenary, in their order
 * @param groups of voters, in their order
 */
public record Nameable(
    List<KnownName> organisations, List<KnownRoom> rooms, List<KnownName> groups) {
  /** An organisation, or a group of voters. */
  public record KnownName(UUID id, String name) {}

  /** The plenary, or a room beside it. */
  public record KnownRoom(UUID id, String name, boolean plenary) {}

  /** The organisations' names by id. */
  public Map<UUID, String> organisationNames() {
    return names(organisations);
  }

  /** The rooms' names by id. */
  public Map<UUID, String> roomNames() {
    return rooms.stream().collect(Collectors.toMap(KnownRoom::id, KnownRoom::name));
  }

  /** The groups' names by id. */
  public Map<UUID, String> groupNames() {
    return names(groups);
  }

  private static Map<UUID, String> names(List<KnownName> all) {
    return all.stream().collect(Collectors.toMap(KnownName::id, KnownName::name));
  }
}
