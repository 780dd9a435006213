package fi.sovittu.live;

import io.vertx.core.Future;
import java.util.UUID;

/**
 * What a feature shows live. It carries aggregates only: the same message goes to everyone who
 * listens.
 */
public interface Section {
  SectionName name();

  /**
   * Reads the section's data, a value that Jackson writes as the contract says.
   *
   * @param reading one snapshot of the database, in which the revision is read too
   * @param scope the meeting or the room, by {@link SectionName#ofMeeting()}
   */
  Future<Object> read(Reading reading, UUID scope);
}
