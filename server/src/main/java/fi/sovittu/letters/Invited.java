package fi.sovittu.letters;

import fi.sovittu.identity.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a personal link that opens. Screens are nobody.
 *
 * @param room the parallel room that the person is in, null while none is chosen
 * @param expected {@code ON_SITE}, {@code TEAMS} or null
 * @param badge what the code on the badge says
 * @param link the address of the personal link
 * @param generation of the personal link
 */
record Invited(
    String name,
    @Nullable String email,
    @Nullable String organisation,
    @Nullable String title,
    @Nullable UUID room,
    @Nullable String expected,
    List<Task> tasks,
    String badge,
    String link,
    int generation) {
  /**
   * What a person does beside taking part.
   *
   * @param room where, null for the whole meeting
   */
  record Task(Role role, @Nullable UUID room) {}

  private static final String INVITED =
      """
      select p.id, p.name, p.email, o.name as organisation, p.title, p.room_id, p.expected, p.link_generation,
        g.tasks
      from participant p
      left join organisation o on o.id = p.organisation_id
      join lateral (
        select jsonb_agg(jsonb_build_object('role', g.role, 'room', g.room_id) order by r.position nulls first, g.role)
          filter (where g.role in ('ORGANISER', 'CHAIR', 'SECRETARY', 'OBSERVER')) as tasks
        from role_grant g left join room r on r.id = g.room_id
        where g.participant_id = p.id and g.role <> 'SCREEN'
        having count(*) > 0
      ) g on true
      where p.meeting_id = $1 and p.link_generation is not null and not p.link_off and p.merged_into is null
        and ($2::uuid is null or p.organisation_id = $2)
        and ($3::uuid is null
          or exists (select from voter_group_participant v where v.group_id = $3 and v.participant_id = p.id)
          or exists (select from voter_group_organisation v where v.group_id = $3 and v.organisation_id = p.organisation_id))
        and ($4::uuid[] is null or p.id = any ($4))
      order by p.name collate "fi-x-icu", p.id
      limit $5
      """;

  /**
   * Reads those of the meeting who are chosen, by name in the Finnish alphabet's order.
   *
   * @param most how many at most
   */
  static Future<List<Invited>> read(
      SqlConnection connection, UUID meeting, Choice choice, int most, Keys keys) {
    return connection
        .preparedQuery(INVITED)
        .execute(
            Tuple.of(meeting, choice.organisation(), choice.group())
                .addArrayOfUUID(choice.people())
                .addInteger(most))
        .map(rows -> {
          List<Invited> invited = new ArrayList<>();
          for (Row row : rows) {
            int generation = row.getInteger("link_generation");
            invited.add(
                new Invited(
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("organisation"),
                    row.getString("title"),
                    row.getUUID("room_id"),
                    row.getString("expected"),
                    tasks(row.get(JsonArray.class, "tasks")),
                    keys.badges().of(row.getUUID("id")),
                    keys.urls().open(keys.links().token(row.getUUID("id"), generation)),
                    generation));
          }
          return invited;
        });
  }

  private static List<Task> tasks(@Nullable JsonArray granted) {
    if (granted == null) {
      return List.of();
    }
    return granted.stream()
        .map(JsonObject.class::cast)
        .map(task -> {
          String room = task.getString("room");
          return new Task(
              Role.valueOf(task.getString("role")), room == null ? null : UUID.fromString(room));
        })
        .toList();
  }
}
