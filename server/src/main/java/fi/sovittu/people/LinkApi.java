package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Bridge;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import fi.sovittu.meeting.JoinUrls;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal links: shown, revoked and issued anew by organisers. What opens with an old link is
 * closed at once: its sessions end, and its sockets are cut.
 */
public final class LinkApi {
  private static final String REISSUE = "links.reissue";

  record ParticipantLink(int generation, boolean valid, @Nullable String url) {}

  record LinkForm(int generation, boolean valid) {}

  record Key(UUID key) {}

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Bridge bridge;
  private final Links links;
  private final JoinUrls urls;

  public LinkApi(Db db, Live live, Callers callers, Bridge bridge, Links links, JoinUrls urls) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.bridge = bridge;
    this.links = links;
    this.urls = urls;
  }

  public void mount(Api api) {
    api.on("getParticipantLink", this::get);
    api.on("putParticipantLink", this::put);
    api.on("reissueLinks", this::reissue);
  }

  private Future<Reply> get(Call call) {
    UUID participant = call.pathId("participant");
    return callers
        .organiser(call)
        .compose(caller -> db.read(connection -> link(connection, caller.meeting(), participant, "")))
        .map(found -> Reply.json(200, found));
  }

  private Future<ParticipantLink> link(
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

  private Future<Reply> put(Call call) {
    UUID participant = call.pathId("participant");
    LinkForm form = call.body(LinkForm.class);
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> put(connection, change, caller, participant, form))
                .map(link -> {
                  end(Set.of(participant));
                  return Reply.json(200, link);
                }));
  }

  /** The generation that is asked for tells a repeated command from a second one. */
  private Future<ParticipantLink> put(
      SqlConnection connection, Change change, Caller caller, UUID participant, LinkForm form) {
    if (participant.equals(caller.participant())) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    ParticipantLink wanted = link(participant, form.generation(), form.valid());
    return link(connection, caller.meeting(), participant, "for no key update")
        .compose(now -> {
          if (now.equals(wanted)) {
            return Future.succeededFuture(wanted);
          }
          boolean fits =
              form.generation() == now.generation() + 1
                  || (form.generation() == now.generation() && !form.valid());
          if (!fits) {
            throw Problem.of(Problem.Code.LINK_CHANGED);
          }
          change.touch(SectionName.PEOPLE, caller.meeting());
          return connection
              .preparedQuery(
                  "update participant set link_generation = $2, link_off = $3 where id = $1")
              .execute(Tuple.of(participant, form.generation(), !form.valid()))
              .compose(done -> endSessions(connection, new UUID[] {participant}))
              .compose(done ->
                  Audit.write(
                      connection,
                      caller.meeting(),
                      caller.participant(),
                      form.valid() ? "link.reissue" : "link.revoke",
                      participant,
                      new JsonObject()))
              .map(wanted);
        });
  }

  private static Future<Void> endSessions(SqlConnection connection, UUID[] people) {
    return connection
        .preparedQuery(
            """
            with waiting as (delete from sign_in_link where participant_id = any($1) and used_at is null)
            delete from session where participant_id = any($1)
            """)
        .execute(Tuple.tuple().addArrayOfUUID(people))
        .mapEmpty();
  }

  private void end(Set<UUID> people) {
    callers.forgetSessions(people);
    bridge.hangUp(people);
  }

  private Future<Reply> reissue(Call call) {
    UUID key = call.body(Key.class).key();
    return callers
        .organiser(call)
        .compose(
            caller -> live.write((connection, change) -> reissue(connection, change, caller, key)))
        .map(people -> {
          end(people);
          return Reply.noContent();
        });
  }

  /** All but the caller's own: the organiser must be able to hand the new ones out. */
  private static Future<Set<UUID>> reissue(
      SqlConnection connection, Change change, Caller caller, UUID key) {
    return Audit.isFirst(connection, caller.meeting(), key, REISSUE)
        .compose(first -> {
          if (!first) {
            return Future.succeededFuture(Set.of());
          }
          change.touch(SectionName.PEOPLE, caller.meeting());
          return connection
              .preparedQuery(
                  """
                  update participant set link_generation = link_generation + 1, link_off = false
                  where meeting_id = $1 and id <> $2 and link_generation is not null and merged_into is null
                  returning id
                  """)
              .execute(Tuple.of(caller.meeting(), caller.participant()))
              .compose(rows -> {
                Set<UUID> people = new HashSet<>();
                rows.forEach(row -> people.add(Objects.requireNonNull(row.getUUID(0))));
                return endSessions(connection, people.toArray(UUID[]::new))
                    .compose(ended ->
                        Audit.write(
                            connection,
                            caller.meeting(),
                            caller.participant(),
                            REISSUE,
                            key,
                            new JsonObject().put("links", people.size())))
                    .map(people);
              });
        });
  }
}
