package fi.sovittu.live;

import java.util.Locale;

/** The live sections of the contract, and what their scope is: the whole meeting or one room. */
public enum SectionName {
  MEETING(true),
  AGENDA(false),
  POLLS(false),
  RESULTS(false),
  STAGE(false),
  DESK(false),
  ATTENDANCE(true),
  PEOPLE(true);

  private final boolean ofMeeting;

  SectionName(boolean ofMeeting) {
    this.ofMeeting = ofMeeting;
  }

  /** Whether the section's scope is a meeting; otherwise it is a room. */
  public boolean ofMeeting() {
    return ofMeeting;
  }

  /** As in the contract and the database. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
