package fi.sovittu.poll;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.live.Live;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/**
 * The three sections of polls: what is asked, how it stands, and both with drafts for those who run
 * the room.
 */
public final class PollSections {
  record PollsData(List<PollView> polls) {}

  record ResultsData(List<Results.Result> results) {}

  record DeskData(List<PollView> polls, List<Results.Result> results) {}

  private interface Reader {
    Future<Object> read(SqlConnection connection, UUID room);
  }

  private record RoomSection(SectionName name, Reader reader) implements Section {
    @Override
    public Future<Object> read(SqlConnection connection, UUID room) {
      return reader.read(connection, room);
    }
  }

  private PollSections() {}

  /** Adds the sections to the live state. */
  public static void addTo(Live live, ServerSecret secret) {
    Results results = new Results(secret);
    live.add(
        new RoomSection(
            SectionName.POLLS,
            (connection, room) -> PollView.ofRoom(connection, room, false).map(PollsData::new)));
    live.add(
        new RoomSection(
            SectionName.RESULTS,
            (connection, room) -> results.ofRoom(connection, room, false).map(ResultsData::new)));
    live.add(
        new RoomSection(
            SectionName.DESK,
            (connection, room) ->
                PollView.ofRoom(connection, room, true)
                    .compose(polls ->
                        results
                            .ofRoom(connection, room, true)
                            .map(found -> new DeskData(polls, found)))));
  }
}
