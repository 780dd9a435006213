import type { Line } from '../kinds/form';

/** How often each answer was given, in the order in which they came. */
export function countsOf(lines: readonly Line[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { answer } of lines) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts];
}
