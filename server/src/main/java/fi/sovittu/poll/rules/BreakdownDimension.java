package fi.sovittu.poll.rules;

/** By what a result is broken down into groups of voters; the names are those of the API. */
public enum BreakdownDimension {
  /** Municipality, county, … */
  ORGANISATION_KIND,
  /** The sub-region of the voter's municipality. */
  SUB_REGION,
  /** On site or in Teams. */
  CHANNEL
}
