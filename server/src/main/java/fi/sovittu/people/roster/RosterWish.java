package fi.sovittu.people.roster;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.people.roster.RosterRefused.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a roster says about a person. Null is what the row says nothing of: that stays as
 * it is.
 *
 * @param represents null only where the roster has no such column
 * @param deputyOf a name or an e-mail address
 * @param faults why the row is refused; empty for a good one
 */
public record RosterWish(
    int line,
    String name,
    @Nullable String email,
    @Nullable UUID organisation,
    @Nullable String title,
    @Nullable List<UUID> groups,
    @Nullable UUID room,
    @Nullable List<Grant> roles,
    @Nullable Boolean represents,
    @Nullable String deputyOf,
    @Nullable Channel expected,
    List<Fault> faults) {}
