package fi.sovittu.live;

/** How fast a crowd is told. */
enum Pace {
  /** What follows from votes: it has time while thousands vote. */
  VOTES(64, 50),

  /** What a chair does, which a whole hall waits for. */
  COMMANDS(256, 16);

  /**
   * The shortest pause between two slices, milliseconds. A task that only queues up again would be
   * taken before the network is looked at.
   */
  static final long PAUSE_MILLIS = 1;

  /** So many requests that wait for their answers are a crowd that comes before any listener. */
  static final int CROWDED = 64;

  private final int slice;
  private final long longestPause;

  /**
   * @param slice how many sockets are told before other work, votes above all, has its turn
   * @param longestPause the longest pause after that, milliseconds; everybody is told in some
   *     seconds in any case
   */
  Pace(int slice, long longestPause) {
    this.slice = slice;
    this.longestPause = longestPause;
  }

  int slice() {
    return slice;
  }

  /**
   * The pause between two slices, milliseconds. It grows with the square of those who wait: of a
   * few, as always while people vote, it takes no notice.
   */
  long pause(int waiting) {
    long crowded = waiting / CROWDED;
    return Math.min(longestPause, PAUSE_MILLIS + crowded * crowded);
  }
}
