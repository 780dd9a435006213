package fi.sovittu.poll;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.live.Live;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import fi.sovittu.poll.Results.Audience;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/**
 * The sections of polls: what is asked; how it stands, as participants and as screens may see it;
 * and both with drafts for those who run the room.
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
    Results results = new Results(new LiveTallies(live, secret));
    live.add(
        new RoomSection(
            SectionName.POLLS,
            (connection, room) -> PollView.ofRoom(connection, room, false).map(PollsData::new)));
    live.add(section(SectionName.RESULTS, results, Audience.PARTICIPANTS));
    live.add(section(SectionName.STAGE, results, Audience.SCREEN));
    live.add(
        new RoomSection(
            SectionName.DESK,
            (connection, room) ->
                PollView.ofRoom(connection, room, true)
                    .compose(polls ->
                        results
                            .ofRoom(connection, room, Audience.DESK)
                            .map(found -> new DeskData(polls, found)))));
  }

  private static Section section(SectionName name, Results results, Audience audience) {
    return new RoomSection(
        name,
        (connection, room) -> results.ofRoom(connection, room, audience).map(ResultsData::new));
  }
}
