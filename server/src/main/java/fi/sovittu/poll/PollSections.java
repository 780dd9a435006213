package fi.sovittu.poll;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.live.Live;
import fi.sovittu.live.Reading;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import fi.sovittu.poll.count.LiveTallies;
import fi.sovittu.poll.rules.Audience;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
    Future<Object> read(Reading reading, UUID room);
  }

  private record RoomSection(SectionName name, Reader reader) implements Section {
    @Override
    public Future<Object> read(Reading reading, UUID room) {
      return reader.read(reading, room);
    }
  }

  private PollSections() {}

  /** Adds the sections to the live state. */
  public static void addTo(Vertx vertx, Live live, ServerSecret secret) {
    Results results = new Results(new LiveTallies(vertx, live, secret));
    live.add(
        new RoomSection(
            SectionName.POLLS,
            (reading, room) ->
                PollView.ofRoom(reading.connection(), room, false).map(PollsData::new)));
    live.add(section(SectionName.RESULTS, results, Audience.PARTICIPANTS));
    live.add(section(SectionName.STAGE, results, Audience.SCREEN));
    live.add(
        new RoomSection(
            SectionName.DESK,
            (reading, room) ->
                PollView.ofRoom(reading.connection(), room, true)
                    .compose(polls ->
                        results
                            .ofRoom(reading, room, Audience.DESK)
                            .map(found -> new DeskData(polls, found)))));
  }

  private static Section section(SectionName name, Results results, Audience audience) {
    return new RoomSection(
        name, (reading, room) -> results.ofRoom(reading, room, audience).map(ResultsData::new));
  }
}
