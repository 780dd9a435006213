import { describe, expect, it } from 'vitest';
import { layOut, type Cloud, type CloudWord } from './cloud';

/** Words of 2–19 letters; a few are given often, most of them once. */
const words = (n: number): CloudWord[] =>
  Array.from({ length: n }, (_, i) => ({
    word: `sana${i}`,
    count: Math.max(1, Math.round(40 / (i + 1))),
    width: 1.1 + ((i * 37) % 17) * 0.57,
  }));

function overlaps({ placed }: Cloud): string[] {
  const close = 1e-9;
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter(
        (b) =>
          Math.abs(a.x - b.x) * 2 < a.width + b.width - close &&
          Math.abs(a.y - b.y) * 2 < a.height + b.height - close,
      )
      .map((b) => `${a.word} ${b.word}`),
  );
}

function sticksOut({ placed, height }: Cloud, width: number): string[] {
  const close = 1e-6;
  return placed
    .filter(
      (word) =>
        Math.abs(word.x) + word.width / 2 > width / 2 + close ||
        Math.abs(word.y) + word.height / 2 > height / 2 + close,
    )
    .map((word) => word.word);
}

const frames = [
  ['a projector', { width: 48, height: 21, smallest: 0.72 }],
  ['a narrow window', { width: 14, height: 30, smallest: 0.72 }],
  ['a phone', { width: 15, smallest: 0.95 }],
  ['a desk', { width: 50, smallest: 0.95 }],
] as const;

describe.each(frames)('a word cloud on %s', (_, frame) => {
  it.each([1, 2, 7, 40, 100])('of %i words has no overlaps and keeps inside its frame', (n) => {
    const cloud = layOut(words(n), frame);
    expect(overlaps(cloud)).toEqual([]);
    expect(sticksOut(cloud, frame.width)).toEqual([]);
    expect(cloud.placed.length + cloud.left).toBe(n);
  });

  it('lies alike every time', () => {
    expect(layOut(words(60), frame)).toEqual(layOut(words(60), frame));
  });

  it('has larger letters for a word given more often', () => {
    const { placed } = layOut(words(30), frame);
    const sizes = placed.filter((word) => word.width < frame.width * 0.9).map((word) => word.size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

it('drops only the rarest words where there is no room, and says how many', () => {
  const cloud = layOut(words(100), { width: 12, height: 6, smallest: 0.72 });
  expect(cloud.left).toBeGreaterThan(0);
  const least = Math.min(...cloud.placed.map((word) => word.count));
  const dropped = words(100).filter((one) => !cloud.placed.some((word) => word.word === one.word));
  expect(Math.max(...dropped.map((one) => one.count))).toBeLessThanOrEqual(least);
});

it('shrinks a word that is wider than its frame', () => {
  const [word] = layOut([{ word: 'elinvoimaisuussuunnitelma', count: 9, width: 14 }], {
    width: 15,
    smallest: 1,
  }).placed;
  expect(word?.width).toBeLessThanOrEqual(15);
});

it('waits for a frame to have a width', () => {
  expect(layOut(words(3), { width: 0, smallest: 1 })).toEqual({ height: 0, placed: [], left: 3 });
});
