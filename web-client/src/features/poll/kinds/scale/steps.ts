/** The highest count of all statements, so that bars of different statements compare; at least one. */
export function highest(statements: readonly { counts: readonly number[]; cantSay: number }[]): number {
  return Math.max(1, ...statements.flatMap((statement) => [...statement.counts, statement.cantSay]));
}

/** Where a value lies on an axis of equally wide steps: 0 at the left edge, 1 at the right; step 1 sits mid-column. */
export function position(value: number, steps: number): number {
  return Math.min(1, Math.max(0, (value - 0.5) / steps));
}

/** How far a step leans: -1 the lowest, 0 the middle, 1 the highest. */
export function leaning(step: number, steps: number): number {
  return steps < 2 ? 0 : (2 * (step - 1)) / (steps - 1) - 1;
}
