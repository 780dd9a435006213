package fi.sovittu.poll.rules;

import fi.sovittu.live.Change;
import fi.sovittu.live.SectionKey;
import fi.sovittu.live.SectionName;
import java.util.List;
import java.util.UUID;

/** What the live sections of a room's polls are called, and which of them change together. */
public final class RoomSections {
  /** What is asked. */
  public static final SectionName POLLS = new SectionName("polls");

  /** How it stands, for participants. */
  public static final SectionName RESULTS = new SectionName("results");

  /** How it stands, for screens. */
  public static final SectionName STAGE = new SectionName("stage");

  /** What is asked and how it stands, for those who run the room. */
  public static final SectionName DESK = new SectionName("desk");

  private RoomSections() {}

  /** Where turnout and tallies are seen, which a vote changes. */
  public static List<SectionKey> ofVotes(UUID room) {
    return List.of(
        new SectionKey(RESULTS, room), new SectionKey(STAGE, room), new SectionKey(DESK, room));
  }

  /** What a room's turnout and results look like has changed. */
  public static void touchResults(Change change, UUID room) {
    ofVotes(room).forEach(key -> change.touch(key.name(), room));
  }

  /** Something of a room's polls has changed. */
  public static void touch(Change change, UUID room) {
    change.touch(POLLS, room);
    touchResults(change, room);
  }
}
