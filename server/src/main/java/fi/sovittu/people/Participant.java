package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Enrolment;
import fi.sovittu.identity.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser decides about a person of a meeting. Immutable.
 *
 * @param groups beside those of the organisation, in the order of their ids
 * @param room the parallel room chosen
 * @param roles in their order; never participant and observer together
 * @param deputyOf whose place the person may take for a time
 * @param expected how the person means to attend
 */
public record Participant(
    UUID id,
    String name,
    @Nullable String email,
    @Nullable UUID organisation,
    @Nullable String title,
    List<UUID> groups,
    @Nullable UUID room,
    List<Grant> roles,
    boolean represents,
    Voting voting,
    @Nullable UUID deputyOf,
    @Nullable Channel expected) {

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::role)
          .thenComparing(Grant::room, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Participant {
    groups = List.copyOf(new TreeSet<>(groups));
    roles = roles(roles);
  }

  private static List<Grant> roles(Collection<Grant> given) {
    Set<Grant> roles = new TreeSet<>(ORDER);
    roles.addAll(given);
    if (roles.contains(new Grant(Role.OBSERVER, null))) {
      roles.remove(new Grant(Role.PARTICIPANT, null));
    }
    return List.copyOf(roles);
  }

  /** As it stands on the roll. */
  Enrolment enrolment() {
    return new Enrolment(
        id,
        name,
        email,
        organisation,
        title,
        room,
        roles,
        represents,
        voting.name(),
        deputyOf,
        expected == null ? null : expected.name());
  }

  boolean has(Role role) {
    return roles.stream().anyMatch(grant -> grant.role() == role);
  }

  /**
   * The same person with other roles. Whoever is made an observer votes no more; whoever is one no
   * more votes.
   */
  Participant withRoles(Collection<Grant> others) {
    Participant changed =
        new Participant(
            id,
            name,
            email,
            organisation,
            title,
            groups,
            room,
            List.copyOf(others),
            represents,
            voting,
            deputyOf,
            expected);
    if (changed.has(Role.OBSERVER)) {
      return changed.withVoting(Voting.NO);
    }
    return voting == Voting.NO ? changed.withVoting(Voting.YES) : changed;
  }

  Participant withVoting(Voting other) {
    return new Participant(
        id,
        name,
        email,
        organisation,
        title,
        groups,
        room,
        roles,
        represents,
        other,
        deputyOf,
        expected);
  }

  Participant withDeputyOf(@Nullable UUID other) {
    return new Participant(
        id,
        name,
        email,
        organisation,
        title,
        groups,
        room,
        roles,
        represents,
        voting,
        other,
        expected);
  }
}
