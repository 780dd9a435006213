package fi.sovittu.teams.report;

/**
 * Why a report is refused, or a line of it left out. Each name is the key of a sentence in {@code
 * problems/teams_*.properties}; the facts that fill the sentence are listed here in their order.
 */
public enum ReportFault {
  FILE_EMPTY,
  FILE_TOO_LARGE, // most megabytes
  NOT_TEXT,
  UNREADABLE_CHARACTER,
  QUOTES,
  TOO_MANY_ROWS, // most rows
  TOO_MANY_COLUMNS, // most columns
  TOO_MANY_FAULTS, // most faults
  NO_TABLE,
  NO_ROWS,
  NO_TIMES,
  NO_SUCH_COLUMN, // number of the column, columns there are
  NO_NAME,
  NAME_TOO_LONG, // most characters
  EMAIL_TOO_LONG, // most characters
  NOT_DATE_TIME, // text found
  NO_JOIN_TIME,
  NO_TIMES_OF_ROW,
  NO_JOIN,
  NO_TIME,
  ZONE_UNCLEAR, // first time found
  MIXED_DATES, // text found
  OTHER_DAY, // day found, day of the meeting
  TIME_SKIPPED, // text found
  LEFT_BEFORE_JOINED,
  END_UNKNOWN,
  ACTION_UNKNOWN // text found
}
