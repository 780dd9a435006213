package fi.sovittu.live;

import java.util.List;
import java.util.UUID;

/** What a section is about. */
public enum Scope {
  /** The whole meeting. */
  MEETING {
    @Override
    List<UUID> of(Viewer viewer) {
      return List.of(viewer.meeting());
    }
  },

  /** One room. */
  ROOM {
    @Override
    List<UUID> of(Viewer viewer) {
      return viewer.rooms();
    }
  },

  /** One participant, who alone may listen. */
  PARTICIPANT {
    @Override
    List<UUID> of(Viewer viewer) {
      return List.of(viewer.participant());
    }
  };

  /** The ids of all that the viewer can come near; whether to see anything, the audience says. */
  abstract List<UUID> of(Viewer viewer);
}
