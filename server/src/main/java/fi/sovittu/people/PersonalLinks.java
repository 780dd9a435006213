package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.LinkGenerations;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.Sessions;
import fi.sovittu.identity.signin.SignInLinks;
import fi.sovittu.live.Change;
import fi.sovittu.meeting.JoinUrls;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The personal links of a meeting's people. Works inside the caller's transaction. */
final class PersonalLinks {
  private static final String REISSUE = "links.reissue";

  /**
   * @param generation from 1; only the newest opens
   * @param url null of a revoked one
   */
  record ParticipantLink(int generation, boolean valid, @Nullable String url) {}

  private final Links links;
  private final JoinUrls urls;

  PersonalLinks(Links links, JoinUrls urls) {
    this.links = links;
    this.urls = urls;
  }

  /**
   * @return fails with NOT_FOUND for whoever has none
   */
  Future<ParticipantLink> read(SqlConnection connection, UUID meeting, UUID participant) {
    return read(connection, meeting, participant, "");
  }

  private Future<ParticipantLink> read(
      SqlConnection connection, UUID meeting, UUID participant, String lock) {
    return connection
        .preparedQuery(
            """
            select link_generation, link_off from participant
            where meeting_id = $1 and id = $2 and merged_into is null and link_generation is not null
            """
                + lock)
        .execute(Tuple.of(meeting, participant))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          return link(participant, row.getInteger(0), !row.getBoolean(1));
        });
  }

  private ParticipantLink link(UUID participant, int generation, boolean valid) {
    return new ParticipantLink(
        generation, valid, valid ? urls.open(links.token(participant, generation)) : null);
  }

  /**
   * Issues the link anew or revokes it, and ends what was opened with the old one. The generation
   * that is asked for tells a repeated command from a second one.
   *
   * @param generation the present one, to revoke it, or the next
   * @return fails with OWN_ROLE, NOT_FOUND, or LINK_CHANGED for any other generation
   */
  Future<ParticipantLink> put(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID participant,
      int generation,
      boolean valid) {
    if (participant.equals(caller.participant())) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    ParticipantLink wanted = link(participant, generation, valid);
    return read(connection, caller.meeting(), participant, "for no key update")
        .compose(now -> {
          if (now.equals(wanted)) {
            return Future.succeededFuture(wanted);
          }
          boolean fits =
              generation == now.generation() + 1 || (generation == now.generation() && !valid);
          if (!fits) {
            throw Problem.of(Problem.Code.LINK_CHANGED);
          }
          change.touch(PeopleSection.NAME, caller.meeting());
          return LinkGenerations.set(connection, participant, generation, valid)
              .compose(done -> endSessions(connection, Set.of(participant)))
              .compose(done ->
                  Audit.write(
                      connection,
                      caller.meeting(),
                      caller.participant(),
                      valid ? "link.reissue" : "link.revoke",
                      participant,
                      new JsonObject()))
              .map(wanted);
        });
  }

  private static Future<Void> endSessions(SqlConnection connection, Set<UUID> people) {
    return SignInLinks.withdraw(connection, people)
        .compose(withdrawn -> Sessions.endOf(connection, people));
  }

  /**
   * Issues all anew but the caller's own: the organiser must be able to hand the new ones out.
   *
   * @return whose links are new; nobody's when the command was done before
   */
  static Future<Set<UUID>> reissue(
      SqlConnection connection, Change change, Caller caller, UUID key) {
    return Audit.isFirst(connection, caller.meeting(), key, REISSUE)
        .compose(first -> {
          if (!first) {
            return Future.succeededFuture(Set.of());
          }
          change.touch(PeopleSection.NAME, caller.meeting());
          return LinkGenerations.renewAll(connection, caller.meeting(), caller.participant())
              .compose(people ->
                  endSessions(connection, people)
                      .compose(ended ->
                          Audit.write(
                              connection,
                              caller.meeting(),
                              caller.participant(),
                              REISSUE,
                              key,
                              new JsonObject().put("links", people.size())))
                      .map(people));
        });
  }
}
