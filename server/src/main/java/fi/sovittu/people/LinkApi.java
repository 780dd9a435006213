package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.Seats;
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

  record PersonLink(int generation, boolean valid, @Nullable String url) {}

  record LinkForm(int generation, boolean valid) {}

  record Key(UUID key) {}

  private final Db db;
  private final Live live;
  private final Seats seats;
  private final Bridge bridge;
  private final Links links;
  private final JoinUrls urls;

  public LinkApi(Db db, Live live, Seats seats, Bridge bridge, Links links, JoinUrls urls) {
    this.db = db;
    this.live = live;
    this.seats = seats;
    this.bridge = bridge;
    this.links = links;
    this.urls = urls;
  }

  public void mount(Api api) {
    api.on("getPersonLink", this::get);
    api.on("putPersonLink", this::put);
    api.on("reissueLinks", this::reissue);
  }

  private Future<Reply> get(Call call) {
    UUID person = call.pathId("participant");
    return seats
        .organiser(call)
        .compose(caller -> db.read(connection -> link(connection, caller.meeting(), person, "")))
        .map(found -> Reply.json(200, found));
  }

  private Future<PersonLink> link(
      SqlConnection connection, UUID meeting, UUID person, String lock) {
    return connection
        .preparedQuery(
            """
            select link_generation, link_off from participant
            where meeting_id = $1 and id = $2 and merged_into is null and link_generation is not null
            """
                + lock)
        .execute(Tuple.of(meeting, person))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          return link(person, row.getInteger(0), !row.getBoolean(1));
        });
  }

  private PersonLink link(UUID person, int generation, boolean valid) {
    return new PersonLink(
        generation, valid, valid ? urls.open(links.token(person, generation)) : null);
  }

  private Future<Reply> put(Call call) {
    UUID person = call.pathId("participant");
    LinkForm form = call.body(LinkForm.class);
    return seats
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> put(connection, change, caller, person, form))
                .map(link -> {
                  end(Set.of(person));
                  return Reply.json(200, link);
                }));
  }

  /** The generation that is asked for tells a repeated command from a second one. */
  private Future<PersonLink> put(
      SqlConnection connection, Change change, Caller caller, UUID person, LinkForm form) {
    if (person.equals(caller.seat())) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    PersonLink wanted = link(person, form.generation(), form.valid());
    return link(connection, caller.meeting(), person, "for no key update")
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
              .execute(Tuple.of(person, form.generation(), !form.valid()))
              .compose(done -> endSessions(connection, new UUID[] {person}))
              .compose(done ->
                  Audit.write(
                      connection,
                      caller.meeting(),
                      caller.seat(),
                      form.valid() ? "link.reissue" : "link.revoke",
                      person,
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
    seats.forgetSessions(people);
    bridge.hangUp(people);
  }

  private Future<Reply> reissue(Call call) {
    UUID key = call.body(Key.class).key();
    return seats
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
              .execute(Tuple.of(caller.meeting(), caller.seat()))
              .compose(rows -> {
                Set<UUID> people = new HashSet<>();
                rows.forEach(row -> people.add(Objects.requireNonNull(row.getUUID(0))));
                return endSessions(connection, people.toArray(UUID[]::new))
                    .compose(ended ->
                        Audit.write(
                            connection,
                            caller.meeting(),
                            caller.seat(),
                            REISSUE,
                            key,
                            new JsonObject().put("links", people.size())))
                    .map(people);
              });
        });
  }
}
