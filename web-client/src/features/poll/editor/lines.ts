import type { Line } from './draft';

/** Moves the line at `index` one place up. */
export function movedUp<L extends Line>(lines: readonly L[], index: number): L[] {
  const [above, line] = [lines[index - 1], lines[index]];
  if (!above || !line) return [...lines];
  return [...lines.slice(0, index - 1), line, above, ...lines.slice(index + 1)];
}

/** Puts several lines where one was being written: the first into it when it is empty, the others after it. */
export function withPasted<L extends Line>(
  lines: readonly L[],
  index: number,
  texts: readonly string[],
  make: (text: string) => L,
): L[] {
  const line = lines[index];
  const kept = line && line.text.trim() !== '' ? [line] : [];
  return [...lines.slice(0, index), ...kept, ...texts.map((text) => make(text)), ...lines.slice(index + 1)];
}
