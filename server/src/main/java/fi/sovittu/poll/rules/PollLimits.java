package fi.sovittu.poll.rules;

/**
 * How much a poll may hold. Declared here once; the API's contract repeats the numbers. Lengths are
 * in characters (Unicode code points).
 */
public final class PollLimits {
  /** Statements of a scale or a commitment vote. */
  public static final int MOST_STATEMENTS = 20;

  /** Options of a choice. */
  public static final int MOST_OPTIONS = 20;

  /** Options of a ranking, and of a poll that shares points among them. */
  public static final int MOST_RANKED = 12;

  /** The points that one voter shares among the options. */
  public static final int POINTS = 100;

  /** Texts or words that one voter may give. */
  public static final int MOST_TEXTS = 5;

  /** A text in an open text poll. */
  public static final int TEXT_LENGTH = 280;

  /** A word in a word cloud. */
  public static final int WORD_LENGTH = 25;

  /** The text of a reservation in a commitment vote. */
  public static final int RESERVATION_LENGTH = 1_000;

  /** A poll's title. */
  public static final int TITLE = 200;

  /** The text of an option. */
  public static final int OPTION_LENGTH = 200;

  /** The text of a statement. */
  public static final int STATEMENT_LENGTH = 500;

  /** What one end of a scale is called. */
  public static final int LABEL = 60;

  /** Steps of a scale, at least. */
  public static final int LEAST_STEPS = 2;

  /** Steps of a scale, at most. */
  public static final int MOST_STEPS = 10;

  /** The shortest time after which a poll closes by itself, in seconds. */
  public static final int LEAST_SECONDS = 5;

  /** The longest time after which a poll closes by itself, in seconds: a day. */
  public static final int MOST_SECONDS = 86_400;

  /** Why a poll was cancelled, discarded or held again. */
  public static final int REASON = 500;

  /** Groups of persons or organisations that may vote in one poll. */
  public static final int GROUPS = 20;

  /** Groups into which the chair may sort the texts of one poll. */
  public static final int TEXT_GROUPS = 40;

  /** The title of a group of texts. */
  public static final int GROUP_TITLE = 80;

  private PollLimits() {}
}
