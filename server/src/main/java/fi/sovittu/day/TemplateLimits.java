package fi.sovittu.day;

import fi.sovittu.poll.rules.PollLimits;

/**
 * How much a template may hold besides its polls and goals, whose limits are {@link PollLimits}.
 * Declared here once; {@code templates/README.md} repeats the numbers for its readers and a test
 * compares the two. Lengths are in characters (Unicode code points), as in the API's contract.
 */
public final class TemplateLimits {
  /** The whole file; the contract refuses longer requests before they come here. */
  public static final int FILE = 500_000;

  /** Lists and mappings inside each other, the outermost included. */
  public static final int DEPTH = 8;

  /** Faults told at a time; after that many the file is not close to being a template. */
  public static final int FAULTS = 200;

  public static final int KEY = 40;
  public static final int NAME = 120;
  public static final int TITLE = 200;
  public static final int DESCRIPTION = 2_000;

  public static final int FIRST_YEAR = 2000;
  public static final int LAST_YEAR = 2100;

  /** Persons of one municipality on site, or in one room. */
  public static final int ON_SITE = 1_000;

  public static final int ORGANISATIONS = 1_000;
  public static final int ROOMS = 20;
  public static final int ORGANISERS = 20;
  public static final int AGENDA_ROWS = 500;

  /** An agenda row's length in minutes: at least one, at most half a day. */
  public static final int MINUTES = 720;

  public static final int GOAL_SETS = 20;
  public static final int GROUPS = 50;
  public static final int POLLS = 200;

  private TemplateLimits() {}
}
