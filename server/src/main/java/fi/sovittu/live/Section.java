package fi.sovittu.live;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;

/**
 * What a feature shows live. It carries aggregates only: the same message goes to everyone who
 * listens.
 */
public interface Section {
  /** As in the contract. */
  SectionName name();

  /** What each of it is about. */
  Scope scope();

  /** Who may listen. */
  Listeners audience();

  /** What happens below this feature and changes what the section shows. */
  default Set<Fact> follows() {
    return Set.of();
  }

  /**
   * Reads the section's data, a value that Jackson writes as the contract says.
   *
   * @param reading one snapshot of the database, in which the revision is read too
   * @param scope the meeting, the room or the participant, by {@link #scope()}
   */
  Future<Object> read(Reading reading, UUID scope);
}
