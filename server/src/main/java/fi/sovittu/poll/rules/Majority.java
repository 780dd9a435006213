package fi.sovittu.poll.rules;

/** The contract's {@code Majority}: how many must agree, or have voted, and out of whom. */
public record Majority(MajorityRule rule, MajorityBase base) {}
