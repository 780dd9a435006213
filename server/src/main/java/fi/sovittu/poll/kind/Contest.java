package fi.sovittu.poll.kind;

/**
 * What a rule of majority is applied to: something that votes were given for.
 *
 * @param others the most votes that anything else got
 * @param cast all votes that were not abstentions
 */
public record Contest(int votes, int others, int cast) {}
