package fi.sovittu.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a participant may hear a section now. Event loop only. */
final class Permits {
  private final Context context;
  private final Bridge.Door door;
  private final Sections sections;

  Permits(Context context, Bridge.Door door, Sections sections) {
    this.context = context;
    this.door = door;
    this.sections = sections;
  }

  /** The section at an address; null where there is none. */
  @Nullable SectionKey at(String address) {
    return sections.at(address);
  }

  Future<Boolean> mayHear(UUID participant, SectionKey section) {
    return door.viewer(participant).map(viewer -> sections.admits(viewer, section));
  }

  /**
   * Does the one or the other, at once where the participant is remembered, and nearly always it
   * is.
   *
   * @param section null for what everyone may hear
   */
  void ifPermitted(
      UUID participant, @Nullable SectionKey section, Runnable action, Runnable otherwise) {
    if (section == null) {
      action.run();
      return;
    }
    Future<Boolean> may = mayHear(participant, section);
    if (may.isComplete()) {
      (may.succeeded() && may.result() ? action : otherwise).run();
    } else {
      may.onComplete(known ->
          context.runOnContext(
              go -> (known.succeeded() && known.result() ? action : otherwise).run()));
    }
  }
}
