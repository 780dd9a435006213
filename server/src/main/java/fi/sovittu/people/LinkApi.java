package fi.sovittu.people;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Links;
import fi.sovittu.live.Bridge;
import fi.sovittu.live.Live;
import fi.sovittu.meeting.JoinUrls;
import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;

/**
 * Personal links: shown, revoked and issued anew by organisers. What opens with an old link is
 * closed at once: its sessions end, and its sockets are cut.
 */
public final class LinkApi {
  record LinkForm(int generation, boolean valid) {}

  record Key(UUID key) {}

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Bridge bridge;
  private final PersonalLinks links;

  public LinkApi(Db db, Live live, Callers callers, Bridge bridge, Links links, JoinUrls urls) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.bridge = bridge;
    this.links = new PersonalLinks(links, urls);
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
        .compose(
            caller -> db.read(connection -> links.read(connection, caller.meeting(), participant)))
        .map(found -> Reply.json(200, found));
  }

  private Future<Reply> put(Call call) {
    UUID participant = call.pathId("participant");
    LinkForm form = call.body(LinkForm.class);
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) ->
                    links.put(
                        connection, change, caller, participant, form.generation(), form.valid()))
                .map(link -> {
                  end(Set.of(participant));
                  return Reply.json(200, link);
                }));
  }

  private void end(Set<UUID> people) {
    callers.forgetSessions(people);
    bridge.hangUp(people);
  }

  private Future<Reply> reissue(Call call) {
    UUID key = call.body(Key.class).key();
    return callers
        .organiser(call)
        .compose(caller ->
            live.write(
                (connection, change) -> PersonalLinks.reissue(connection, change, caller, key)))
        .map(people -> {
          end(people);
          return Reply.noContent();
        });
  }
}
