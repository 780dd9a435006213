package fi.sovittu.poll;

import fi.sovittu.agenda.RoomMoves;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.goal.Goals;
import fi.sovittu.live.Fact;
import fi.sovittu.live.Listeners;
import fi.sovittu.live.Live;
import fi.sovittu.live.Reading;
import fi.sovittu.live.Scope;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import fi.sovittu.live.Sections;
import fi.sovittu.live.Viewer;
import fi.sovittu.poll.count.LiveTallies;
import fi.sovittu.poll.kind.Tallies;
import fi.sovittu.poll.rules.Audience;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sections of polls: what is asked; how it stands, as participants and as screens may see it;
 * and both with drafts for those who run the room.
 */
public final class PollSections {
  record PollsData(List<PollView> polls) {}

  record ResultsData(List<Results.Result> results) implements Tallies {
    @Override
    public @Nullable Object tallyOf(UUID poll) {
      return results.stream()
          .filter(result -> result.poll().equals(poll))
          .findAny()
          .map(Results.Result::tally)
          .orElse(null);
    }
  }

  record DeskData(List<PollView> polls, List<Results.Result> results) {}

  private interface Reader {
    Future<Object> read(Reading reading, UUID room);
  }

  /** A section of a room's polls. */
  private record RoomSection(SectionName name, Listeners audience, Set<Fact> follows, Reader reader)
      implements Section {
    @Override
    public Scope scope() {
      return Scope.ROOM;
    }

    @Override
    public Future<Object> read(Reading reading, UUID room) {
      return reader.read(reading, room);
    }
  }

  private PollSections() {}

  /** Declares the sections. */
  public static void addTo(Sections sections, Vertx vertx, Live live, ServerSecret secret) {
    Results results = new Results(new LiveTallies(vertx, live, secret));
    sections.add(
        new RoomSection(
            RoomSections.POLLS,
            Listeners.FOLLOWERS,
            Set.of(Goals.VERSION),
            (reading, room) ->
                PollView.ofRoom(reading.connection(), room, false).map(PollsData::new)));
    sections.add(
        new RoomSection(
            RoomSections.RESULTS,
            Listeners.FOLLOWERS,
            Set.of(RoomMoves.PRESENCE),
            (reading, room) ->
                results.ofRoom(reading, room, Audience.PARTICIPANTS).map(ResultsData::new)));
    sections.add(
        new RoomSection(
            RoomSections.STAGE,
            (viewer, room) -> viewer.runs(room) || viewer.isScreenIn(room),
            Set.of(RoomMoves.PRESENCE),
            (reading, room) ->
                results.ofRoom(reading, room, Audience.SCREEN).map(ResultsData::new)));
    sections.add(
        new RoomSection(
            RoomSections.DESK,
            Viewer::runs,
            Set.of(RoomMoves.PRESENCE, Goals.VERSION),
            (reading, room) ->
                PollView.ofRoom(reading.connection(), room, true)
                    .compose(polls ->
                        results
                            .ofRoom(reading, room, Audience.DESK)
                            .map(found -> new DeskData(polls, found)))));
  }
}
