package fi.sovittu.simulator;

/**
 * A participant in the meeting, as the phone that holds it knows it. Immutable.
 *
 * @param cookie the {@code name=value} that proves it
 */
record Participant(String id, String cookie) {}
