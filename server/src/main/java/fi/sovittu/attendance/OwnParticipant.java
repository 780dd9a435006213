package fi.sovittu.attendance;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Participant}: who I am and where. */
record OwnParticipant(
    UUID id,
    Meeting meeting,
    String name,
    @Nullable Organisation organisation,
    List<Grant> roles,
    @Nullable UUID chosenRoom,
    @Nullable Open attendance,
    String voting,
    boolean represents,
    @Nullable Deputy deputy,
    @Nullable String substitutedBy) {

  record Meeting(UUID id, String code, String title, String language, String timeZone) {}

  record Organisation(UUID id, String name, String kind, @Nullable String subRegion) {}

  record Grant(Role role, @Nullable UUID room) {}

  record Open(UUID room, String channel, OffsetDateTime since) {}

  /**
   * @param name of the person whose deputy this is
   * @param active whether the deputy has that person's place now
   */
  record Deputy(String name, boolean active) {}

  static final String SELECT =
      """
      select p.id, p.join_key_hash, p.name, p.room_id, m.id as meeting, m.code, m.title, m.language, m.time_zone,
        o.id as organisation, o.name as organisation_name, o.kind, o.sub_region,
        a.room_id as open_room, a.channel, lower(a.during) as since, n.name as deputy_of, s.id is not null as substitutes,
        (select d.name from substitution t join participant d on d.id = t.deputy_id
          where t.named_id = p.id and upper_inf(t.during)) as substituted_by,
        case when z.voting = 'YES' then 'YES' else p.voting end as voting,
        p.represents or coalesce(z.voting = 'YES' and z.represents, false) as represents,
        array(select g.role from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as roles,
        array(select g.room_id from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as role_rooms
      from participant p
      join meeting m on m.id = p.meeting_id
      left join organisation o on o.id = p.organisation_id
      left join attendance a on a.participant_id = p.id and upper_inf(a.during)
      left join participant n on n.id = p.deputy_of
      left join substitution s on s.deputy_id = p.id and upper_inf(s.during)
      left join participant z on z.id = s.named_id
      """;

  static Future<OwnParticipant> read(SqlConnection connection, UUID participant) {
    return connection
        .preparedQuery(SELECT + "where p.id = $1")
        .execute(Tuple.of(participant))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NO_PARTICIPANT);
          }
          return of(rows.iterator().next());
        });
  }

  static OwnParticipant of(Row row) {
    UUID organisation = row.getUUID("organisation");
    UUID openRoom = row.getUUID("open_room");
    String deputyOf = row.getString("deputy_of");
    String substitutedBy = row.getString("substituted_by");
    String[] roles = row.getArrayOfStrings("roles");
    UUID[] rooms = row.getArrayOfUUIDs("role_rooms");
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      grants.add(new Grant(Role.valueOf(roles[i]), rooms[i]));
    }
    return new OwnParticipant(
        row.getUUID("id"),
        new Meeting(
            row.getUUID("meeting"),
            row.getString("code"),
            row.getString("title"),
            row.getString("language"),
            row.getString("time_zone")),
        row.getString("name"),
        organisation == null
            ? null
            : new Organisation(
                organisation,
                row.getString("organisation_name"),
                row.getString("kind"),
                row.getString("sub_region")),
        List.copyOf(grants),
        row.getUUID("room_id"),
        openRoom == null
            ? null
            : new Open(openRoom, row.getString("channel"), row.getOffsetDateTime("since")),
        substitutedBy == null ? row.getString("voting") : "NO",
        substitutedBy == null && row.getBoolean("represents"),
        deputyOf == null ? null : new Deputy(deputyOf, row.getBoolean("substitutes")),
        substitutedBy);
  }
}
