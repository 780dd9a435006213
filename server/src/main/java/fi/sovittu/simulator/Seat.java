package fi.sovittu.simulator;

/**
 * A seat in the meeting, as the phone that holds it knows it. Immutable.
 *
 * @param cookie the {@code name=value} that proves it
 */
record Seat(String id, String cookie) {}
