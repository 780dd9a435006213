package fi.sovittu.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A made-up person who is invited. Immutable.
 *
 * @param channel how the person means to attend
 * @param room the parallel room chosen, null for none
 * @param spokesperson whether the person answers for the organisation in a poll of organisations
 */
record Guest(
    String name,
    Meeting.Organisation organisation,
    Channel channel,
    @Nullable String room,
    boolean spokesperson) {

  /** The names are those of the API. */
  enum Channel {
    ON_SITE,
    TEAMS
  }
}
