package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code ParticipantEntry}: a person as staff see them. */
record ParticipantEntry(
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
    @Nullable Channel expected,
    boolean walkIn,
    @Nullable Link link,
    @Nullable UUID mergedInto,
    @Nullable String channel,
    @Nullable UUID substitutes,
    @Nullable UUID substitutedBy) {

  record Link(int generation, boolean valid) {}

  /**
   * @param organiser whether an organiser looks, who alone sees e-mail addresses and links
   */
  static ParticipantEntry of(Entry entry, boolean organiser) {
    Participant participant = entry.participant();
    return new ParticipantEntry(
        participant.id(),
        participant.name(),
        organiser ? participant.email() : null,
        participant.organisation(),
        participant.title(),
        participant.groups(),
        participant.room(),
        participant.roles(),
        participant.represents(),
        participant.voting(),
        participant.deputyOf(),
        participant.expected(),
        entry.walkIn(),
        organiser && entry.linkGeneration() != null
            ? new Link(entry.linkGeneration(), !entry.linkOff())
            : null,
        entry.mergedInto(),
        entry.channel(),
        entry.substitutes(),
        entry.substitutedBy());
  }
}
