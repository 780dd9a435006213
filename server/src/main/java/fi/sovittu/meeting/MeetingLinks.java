package fi.sovittu.meeting;

import fi.sovittu.identity.Links;
import fi.sovittu.identity.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code MeetingLinks}: the addresses to hand out before a meeting, without those of
 * participants, of whom there may be thousands.
 */
public record MeetingLinks(
    UUID meeting, String code, String title, String joinUrl, List<Link> links) {
  /**
   * @param room the room's name, null for an organiser
   */
  public record Link(Role role, @Nullable String room, String name, String url) {}

  /** The links of a meeting's staff and screens: organisers first, then room by room. */
  public static Future<MeetingLinks> read(
      SqlConnection connection, UUID meeting, Links links, JoinUrls urls) {
    return connection
        .preparedQuery(
            """
            select m.code, m.title, p.id, p.name, p.link_generation, g.role, r.name as room
            from meeting m
            left join (
              participant p join role_grant g on g.participant_id = p.id and g.role not in ('PARTICIPANT', 'OBSERVER'))
              on p.meeting_id = m.id and p.link_generation is not null and not p.link_off
            left join room r on r.id = g.room_id
            where m.id = $1
            order by r.position nulls first, array_position(array['CHAIR', 'SECRETARY', 'SCREEN'], g.role), p.name
            """)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          List<Link> found = new ArrayList<>();
          String code = "";
          String title = "";
          for (Row row : rows) {
            code = row.getString("code");
            title = row.getString("title");
            if (row.getUUID("id") == null || !links.opens(Role.valueOf(row.getString("role")))) {
              continue;
            }
            found.add(
                new Link(
                    Role.valueOf(row.getString("role")),
                    row.getString("room"),
                    row.getString("name"),
                    urls.open(links.token(row.getUUID("id"), row.getInteger("link_generation")))));
          }
          return new MeetingLinks(meeting, code, title, urls.join(code), List.copyOf(found));
        });
  }
}
