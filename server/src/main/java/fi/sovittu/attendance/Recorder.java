package fi.sovittu.attendance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something recorded of a person's presence comes from.
 *
 * @param by the participant of whoever recorded it for the person; null for the person's own phone
 *     and the service itself
 * @param reason in their words, or null
 */
public record Recorder(Source source, @Nullable UUID by, @Nullable String reason) {
  /** The names are those of the API and the database. */
  public enum Source {
    /** The person's own phone. */
    SELF,
    /** A room started or ended, and its people were moved. */
    AGENDA,
    /** The door desk. */
    DESK,
    /** A chair, secretary or organiser by hand. */
    STAFF,
    /** A report of Teams. */
    TEAMS
  }

  /** The longest reason, characters. */
  public static final int REASON_LIMIT = 500;

  /** What a person says with the own phone. */
  static final Recorder SELF = new Recorder(Source.SELF, null, null);
}
