package fi.sovittu.identity;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller.Grant;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a meeting, and what each may do there. Everything works inside the caller's
 * transaction.
 */
public final class Roll {
  /** Those who are present stay in the room that they chose themselves. */
  private static final String STORE =
      """
      insert into participant
        (id, meeting_id, name, email, organisation_id, title, room_id, represents, voting, expected, link_generation)
      select u.id, $1, u.name, u.email, u.organisation, u.title, u.room, u.represents, u.voting, u.expected, 1
      from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::boolean[], $9::text[], $10::text[])
        as u (id, name, email, organisation, title, room, represents, voting, expected)
      on conflict on constraint participant_pk do update set name = excluded.name, email = excluded.email,
          organisation_id = excluded.organisation_id, title = excluded.title,
          room_id = case when exists (select from attendance a where a.participant_id = participant.id and upper_inf(a.during))
            then participant.room_id else excluded.room_id end,
          represents = excluded.represents, voting = excluded.voting, expected = excluded.expected,
          link_generation = coalesce(participant.link_generation, 1)
        where participant.meeting_id = $1
      """;

  private static final String DEPUTIES =
      """
      update participant p set deputy_of = u.named
      from unnest($2::uuid[], $3::uuid[]) as u (id, named)
      where p.meeting_id = $1 and p.id = u.id and p.deputy_of is distinct from u.named
      """;

  private static final String ROLES =
      """
      insert into role_grant (meeting_id, participant_id, role, room_id)
      select $1, u.id, u.role, u.room from unnest($2::uuid[], $3::text[], $4::uuid[]) as u (id, role, room)
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private Roll() {}

  /**
   * Writes participants, new ones and others, as they are to be. Each has a personal link
   * afterwards.
   *
   * @return fails with NOT_FOUND for one of another meeting, EMAIL_TAKEN
   */
  public static Future<Void> store(
      SqlConnection connection, UUID meeting, List<Enrolment> enrolments) {
    UUID[] ids = enrolments.stream().map(Enrolment::id).toArray(UUID[]::new);
    Tuple all =
        Tuple.of(meeting)
            .addArrayOfUUID(ids)
            .addArrayOfString(texts(enrolments, Enrolment::name))
            .addArrayOfString(texts(enrolments, Enrolment::email))
            .addArrayOfUUID(ids(enrolments, Enrolment::organisation))
            .addArrayOfString(texts(enrolments, Enrolment::title))
            .addArrayOfUUID(ids(enrolments, Enrolment::room))
            .addArrayOfBoolean(
                enrolments.stream().map(Enrolment::represents).toArray(Boolean[]::new))
            .addArrayOfString(texts(enrolments, Enrolment::voting))
            .addArrayOfString(texts(enrolments, Enrolment::expected));
    return connection
        .preparedQuery(STORE)
        .execute(all)
        .compose(
            stored -> {
              if (stored.rowCount() != enrolments.size()) {
                throw Problem.of(Problem.Code.NOT_FOUND);
              }
              return connection
                  .preparedQuery(DEPUTIES)
                  .execute(
                      Tuple.of(meeting)
                          .addArrayOfUUID(ids)
                          .addArrayOfUUID(ids(enrolments, Enrolment::deputyOf)));
            },
            failure ->
                Future.failedFuture(
                    failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState())
                        ? Problem.of(Problem.Code.EMAIL_TAKEN)
                        : failure))
        .compose(done -> grant(connection, meeting, ids, enrolments));
  }

  private static Future<Void> grant(
      SqlConnection connection, UUID meeting, UUID[] ids, List<Enrolment> enrolments) {
    List<UUID> holders = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (Enrolment enrolment : enrolments) {
      for (Grant grant : enrolment.roles()) {
        holders.add(enrolment.id());
        grants.add(grant);
      }
    }
    return connection
        .preparedQuery("delete from role_grant where participant_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .compose(gone ->
            connection
                .preparedQuery(ROLES)
                .execute(
                    Tuple.of(meeting)
                        .addArrayOfUUID(holders.toArray(UUID[]::new))
                        .addArrayOfString(
                            grants.stream()
                                .map(grant -> grant.role().name())
                                .toArray(String[]::new))
                        .addArrayOfUUID(grants.stream().map(Grant::room).toArray(UUID[]::new))))
        .mapEmpty();
  }

  /** Chooses the parallel room that a participant follows; null for none. */
  public static Future<Void> chooseRoom(
      SqlConnection connection, UUID participant, @Nullable UUID room) {
    return connection
        .preparedQuery(
            "update participant set room_id = $2 where id = $1 and room_id is distinct from $2")
        .execute(Tuple.of(participant, room))
        .mapEmpty();
  }

  /** Lets one who waited for it vote. */
  public static Future<Void> admit(SqlConnection connection, UUID participant) {
    return vote(connection, participant, "YES");
  }

  /** Makes one who waited for the right to vote an observer. */
  public static Future<Void> decline(SqlConnection connection, UUID participant) {
    return vote(connection, participant, "NO")
        .compose(done ->
            connection
                .preparedQuery(
                    "update role_grant set role = 'OBSERVER' where participant_id = $1 and role ="
                        + " 'PARTICIPANT'")
                .execute(Tuple.of(participant)))
        .mapEmpty();
  }

  private static Future<Void> vote(SqlConnection connection, UUID participant, String voting) {
    return connection
        .preparedQuery("update participant set voting = $2 where id = $1")
        .execute(Tuple.of(participant, voting))
        .mapEmpty();
  }

  /** Takes a role away, for whatever room it was given. */
  public static Future<Void> take(SqlConnection connection, UUID participant, Role role) {
    return connection
        .preparedQuery("delete from role_grant where participant_id = $1 and role = $2")
        .execute(Tuple.of(participant, role.name()))
        .mapEmpty();
  }

  private static @Nullable String[] texts(
      List<Enrolment> enrolments, Function<Enrolment, @Nullable String> text) {
    return enrolments.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable UUID[] ids(
      List<Enrolment> enrolments, Function<Enrolment, @Nullable UUID> id) {
    return enrolments.stream().map(id).toArray(UUID[]::new);
  }
}
