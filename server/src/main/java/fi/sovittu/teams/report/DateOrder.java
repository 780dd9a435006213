package fi.sovittu.teams.report;

/** In which order a date is written in numbers. */
public enum DateOrder {
  /** {@code 2.4.2026}, {@code 02/04/2026}. */
  DAY_FIRST,
  /** {@code 4/2/26}. */
  MONTH_FIRST,
  /** {@code 2026-04-02}. */
  YEAR_FIRST
}
