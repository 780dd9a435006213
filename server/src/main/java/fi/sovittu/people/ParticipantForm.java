package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import fi.sovittu.people.roster.RosterFault;
import fi.sovittu.people.roster.RosterReader;
import fi.sovittu.people.roster.RosterRefused.Fault;
import fi.sovittu.people.roster.RosterWords;
import fi.sovittu.people.roster.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code ParticipantForm}: all that an organiser says of a person. */
record ParticipantForm(
    String name,
    @Nullable String email,
    @Nullable UUID organisation,
    @Nullable String title,
    List<UUID> groups,
    @Nullable UUID room,
    List<Grant> roles,
    boolean represents,
    @Nullable UUID deputyOf,
    @Nullable Channel expected) {

  private record Wrong(String field, Fault fault) {}

  /**
   * The person as the form says.
   *
   * @param now the entry as it is; null for a new person
   * @throws Problem PARTICIPANT_INVALID with the places and the reasons in the reader's language
   */
  Participant participant(UUID id, @Nullable Entry now, Known known, RosterWords words) {
    List<Wrong> wrong = new ArrayList<>();
    String clean = Spelling.clean(name);
    if (clean.isEmpty()) {
      wrong.add(new Wrong("name", Fault.of(RosterFault.NAME_MISSING)));
    }
    String address = email == null ? "" : Spelling.clean(email);
    if (!address.isEmpty() && !RosterReader.isEmail(address)) {
      wrong.add(new Wrong("email", Fault.of(RosterFault.EMAIL_MALFORMED, address)));
    }
    if (organisation != null
        && known.nameable().organisations().stream()
            .noneMatch(one -> one.id().equals(organisation))) {
      wrong.add(new Wrong("organisation", Fault.of(RosterFault.ORGANISATION_UNKNOWN, "?")));
    }
    if (groups.stream()
        .anyMatch(
            group -> known.nameable().groups().stream().noneMatch(one -> one.id().equals(group)))) {
      wrong.add(new Wrong("groups", Fault.of(RosterFault.GROUP_UNKNOWN, "?")));
    }
    if (room != null
        && known.nameable().rooms().stream()
            .noneMatch(one -> one.id().equals(room) && !one.plenary())) {
      wrong.add(new Wrong("room", Fault.of(RosterFault.ROOM_UNKNOWN, "?")));
    }
    roles(now, known, wrong);
    deputy(id, known, wrong);
    if (!wrong.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.PARTICIPANT_INVALID,
          wrong.stream()
              .map(one -> new Problem.Field(one.field(), words.sentence(one.fault())))
              .toList());
    }
    String ownTitle = title == null ? "" : Spelling.clean(title);
    return new Participant(
            id,
            clean,
            address.isEmpty() ? null : address,
            organisation,
            ownTitle.isEmpty() ? null : ownTitle,
            groups,
            room,
            now == null ? List.of() : now.participant().roles(),
            represents,
            now == null ? Voting.YES : now.participant().voting(),
            deputyOf,
            expected)
        .withRoles(roles);
  }

  private void roles(@Nullable Entry now, Known known, List<Wrong> wrong) {
    for (Grant grant : roles) {
      boolean ofRoom =
          grant.role() == Role.CHAIR
              || grant.role() == Role.SECRETARY
              || grant.role() == Role.SCREEN;
      if (ofRoom && grant.room() == null) {
        wrong.add(new Wrong("roles", Fault.of(RosterFault.ROLE_WITHOUT_ROOM, grant.role().name())));
      }
      if (grant.room() != null
          && (!ofRoom
              || known.nameable().rooms().stream()
                  .noneMatch(one -> one.id().equals(grant.room())))) {
        wrong.add(new Wrong("roles", Fault.of(RosterFault.ROOM_UNKNOWN, "?")));
      }
    }
    boolean screen = roles.stream().anyMatch(grant -> grant.role() == Role.SCREEN);
    if (screen && roles.stream().anyMatch(grant -> grant.role() != Role.SCREEN)) {
      wrong.add(new Wrong("roles", Fault.of(RosterFault.SCREEN_ALONE)));
    }
    if (screen && now != null && now.channel() != null) {
      wrong.add(new Wrong("roles", Fault.of(RosterFault.SCREEN_PRESENT)));
    }
  }

  private void deputy(UUID id, Known known, List<Wrong> wrong) {
    if (deputyOf == null) {
      return;
    }
    if (deputyOf.equals(id)) {
      wrong.add(new Wrong("deputyOf", Fault.of(RosterFault.DEPUTY_OF_SELF)));
      return;
    }
    Entry named = known.living().get(deputyOf);
    if (named == null) {
      wrong.add(new Wrong("deputyOf", Fault.of(RosterFault.DEPUTY_UNKNOWN, "?")));
    } else if (!Objects.equals(named.participant().organisation(), organisation)) {
      wrong.add(
          new Wrong(
              "deputyOf", Fault.of(RosterFault.DEPUTY_OF_OTHERS, named.participant().name())));
    }
  }
}
