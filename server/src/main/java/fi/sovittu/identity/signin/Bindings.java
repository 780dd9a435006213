package fi.sovittu.identity.signin;

import fi.sovittu.base.Limit;
import fi.sovittu.identity.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose account of the provider is whose entry among the people of a meeting. The first sign-in
 * finds staff by the verified e-mail address and binds the account; from then on the account
 * decides, whatever address it has, and nobody else's account with that address gets in. When the
 * organiser changes the entry's own address, the binding is void.
 */
final class Bindings {
  /** Somebody chooses among at most so many meetings, the newest first. */
  @Limit(value = "Meetings offered to one account", unit = "meetings")
  static final int MOST_MEETINGS = 20;

  /**
   * A participant that somebody may take.
   *
   * @param roles those of staff
   */
  record Choice(UUID participant, String meeting, LocalDate heldOn, List<RoleIn> roles) {}

  /**
   * @param room its name, null for a role in the whole meeting
   */
  record RoleIn(Role role, @Nullable String room) {}

  /** A binding that holds is not overwritten; of two at the same time one stands. */
  private static final String BIND =
      """
      insert into sign_in_identity (participant_id, issuer, subject, email)
      select p.id, $1, $2, lower(p.email) from participant p
      where p.email is not null and lower(p.email) = $3 and p.merged_into is null
        and exists (select from role_grant g where g.participant_id = p.id and g.role in %s)
      order by p.id
      on conflict on constraint sign_in_identity_pk do update
      set issuer = excluded.issuer, subject = excluded.subject, email = excluded.email, bound_at = clock_timestamp()
      where sign_in_identity.email <> excluded.email
      """
          .formatted(Role.STAFF);

  private static final String FIND =
      """
      select p.id, m.title, m.held_on, g.role, r.name as room
      from sign_in_identity i
      join participant p on p.id = i.participant_id and lower(p.email) = i.email and p.merged_into is null
      join meeting m on m.id = p.meeting_id
      join role_grant g on g.participant_id = p.id and g.role in %s
      left join room r on r.id = g.room_id
      where i.issuer = $1 and i.subject = $2
      order by m.held_on desc, m.id, p.id, r.position nulls first, g.role
      """
          .formatted(Role.STAFF);

  private Bindings() {}

  /**
   * The participants of staff that the identity may take, bound by now; the newest meeting first.
   */
  static Future<List<Choice>> participants(SqlConnection connection, Identity identity) {
    Future<?> bound =
        identity.email() == null
            ? Future.succeededFuture()
            : connection
                .preparedQuery(BIND)
                .execute(Tuple.of(identity.issuer(), identity.subject(), identity.email()));
    return bound
        .compose(done ->
            connection.preparedQuery(FIND).execute(Tuple.of(identity.issuer(), identity.subject())))
        .map(rows -> {
          List<Choice> found = new ArrayList<>();
          for (Row row : rows) {
            add(found, row);
          }
          return List.copyOf(found.subList(0, Math.min(found.size(), MOST_MEETINGS)));
        });
  }

  private static void add(List<Choice> found, Row row) {
    UUID participant = row.getUUID("id");
    if (found.isEmpty() || !found.getLast().participant().equals(participant)) {
      found.add(
          new Choice(
              participant, row.getString("title"), row.getLocalDate("held_on"), new ArrayList<>()));
    }
    found
        .getLast()
        .roles()
        .add(new RoleIn(Role.valueOf(row.getString("role")), row.getString("room")));
  }

  /** The meeting of a participant that still has a role of staff; null when it has none. */
  static Future<@Nullable UUID> meetingOfStaff(SqlConnection connection, UUID participant) {
    return connection
        .preparedQuery(
            """
            select p.meeting_id from participant p where p.id = $1 and p.merged_into is null
              and exists (select from role_grant g where g.participant_id = p.id and g.role in %s)
            """
                .formatted(Role.STAFF))
        .execute(Tuple.of(participant))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
  }
}
