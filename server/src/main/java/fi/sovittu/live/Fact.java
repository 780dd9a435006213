package fi.sovittu.live;

/**
 * Something that happens in a feature and that sections of features above it show. The one says in
 * its transaction that it has happened, the others that they follow it.
 */
public record Fact(String name) {}
