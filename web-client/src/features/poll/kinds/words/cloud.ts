/** A word and how wide it is, as a multiple of its letters' size. */
export interface CloudWord {
  word: string;
  count: number;
  width: number;
}

/** A word's place: its middle, measured from the cloud's, and the size of its letters. */
export interface Placed {
  word: string;
  count: number;
  x: number;
  y: number;
  size: number;
  width: number;
  height: number;
}

export interface Cloud {
  height: number;
  placed: Placed[];
  /** Words for which there was no room; always the least given. */
  left: number;
}

interface Frame {
  width: number;
  /** Left out where the page may grow with the words. */
  height?: number;
  /** The smallest letters, in the same unit as the frame. */
  smallest: number;
}

/** The most given word's letters against those of a word given once: in a narrow frame long words leave less room. */
const contrastIn = (width: number): number => Math.min(3, Math.max(1.7, width / 9));
/** Letters beyond this part of the frame's height stop looking like part of a cloud. */
const LARGEST_PART = 0.28;
const LINE = 1.14;
const GAP = 0.34;
const SIZES = 8;

/**
 * Places words so that none overlap. The same words in the same frame always lie alike: nothing here is random. In a frame
 * of fixed height the most given stand in the middle and the others around them, in letters as large as lets all in.
 * Where the height is free the letters keep their size and the words stand in lines, the most given in the middle ones.
 */
export function layOut(words: readonly CloudWord[], { width, height, smallest }: Frame): Cloud {
  const ordered = [...words].sort((a, b) => b.count - a.count);
  if (!(width > 0)) return { height: 0, placed: [], left: ordered.length };
  return height === undefined ? inLines(ordered, width, smallest) : largest(ordered, width, height, smallest);
}

interface Line {
  boxes: Placed[];
  width: number;
  height: number;
}

/** Each word stands in the first line that has room for it, so that short rare words fill up the lines of common ones. */
function inLines(words: readonly CloudWord[], width: number, smallest: number): Cloud {
  const lines: Line[] = [];
  const placed = boxes(words, width, smallest);
  for (const box of placed) {
    const line = lines.find((one) => one.width + box.width <= width);
    if (line) {
      line.boxes.push(box);
      line.width += box.width;
    } else {
      lines.push({ boxes: [box], width: box.width, height: box.height });
    }
  }
  const total = lines.reduce((sum, line) => sum + line.height, 0);
  let top = -total / 2;
  for (const line of fromTheMiddle(lines)) {
    let left = -line.width / 2;
    for (const box of fromTheMiddle(line.boxes)) {
      [box.x, box.y] = [left + box.width / 2, top + line.height / 2];
      left += box.width;
    }
    top += line.height;
  }
  return { height: total, placed, left: 0 };
}

/** The first in the middle, the next by turns on either side of it. */
function fromTheMiddle<T>(all: readonly T[]): T[] {
  return all.reduce<T[]>((row, one, i) => (i % 2 === 0 ? [...row, one] : [one, ...row]), []);
}

function largest(words: readonly CloudWord[], width: number, height: number, smallest: number): Cloud {
  let best = attempt(words, width, height, smallest);
  const span = words.some((word) => word.count > 1) ? contrastIn(width) : 1;
  let [low, high] = [smallest, Math.max(smallest, (height * LARGEST_PART) / span)];
  for (let i = 0; i < SIZES && best.length === words.length; i++) {
    const size = (low + high) / 2;
    const placed = attempt(words, width, height, size);
    if (placed.length === words.length) [low, best] = [size, placed];
    else high = size;
  }
  return { height, placed: best, left: words.length - best.length };
}

/** The words as boxes in the size that their counts ask for, none wider than the frame. */
function boxes(words: readonly CloudWord[], width: number, smallest: number): Placed[] {
  const most = Math.max(1, ...words.map((word) => word.count));
  const contrast = contrastIn(width);
  return words.map(({ word, count, width: wide }) => {
    const weight = most === 1 ? 0 : Math.sqrt((count - 1) / (most - 1));
    const size = Math.min(smallest * (1 + (contrast - 1) * weight), width / (wide + GAP));
    return { word, count, size, width: size * (wide + GAP), height: size * LINE, x: 0, y: 0 };
  });
}

/** Stops at the first word that finds no place, so that no rarer word stands where a more common one does not. */
function attempt(words: readonly CloudWord[], width: number, height: number, smallest: number): Placed[] {
  const placed: Placed[] = [];
  for (const box of boxes(words, width, smallest)) {
    if (!settle(box, new Hits(box, placed), width, height)) return placed;
    placed.push(box);
  }
  return placed;
}

/** Tells whether a box would lie on others. Neighbouring places mostly meet the same one, so that one is asked first. */
class Hits {
  #last: Placed | undefined;

  constructor(
    private readonly box: Placed,
    private readonly placed: readonly Placed[],
  ) {}

  at(x: number, y: number): boolean {
    if (this.#last && this.#meets(this.#last, x, y)) return true;
    this.#last = this.placed.find((other) => this.#meets(other, x, y));
    return this.#last !== undefined;
  }

  #meets(other: Placed, x: number, y: number): boolean {
    return (
      Math.abs(x - other.x) * 2 < this.box.width + other.width &&
      Math.abs(y - other.y) * 2 < this.box.height + other.height
    );
  }
}

/** Finds a box the free place nearest to the middle, inside the frame; false if there is none. */
function settle(box: Placed, hits: Hits, width: number, height: number): boolean {
  const [across, down] = [(width - box.width) / 2, (height - box.height) / 2];
  // Widths are sums of fractions: a word exactly as wide as the frame is in it.
  if (across < -1e-9 || down < -1e-9) return false;
  for (const seed of SEEDS) {
    const x = seed.x * Math.max(0, across);
    const y = seed.y * Math.max(0, down);
    if (hits.at(x, y)) continue;
    [box.x, box.y] = [x, y];
    drawIn(box, hits);
    return true;
  }
  return false;
}

/** Moves a box towards the middle until it touches another, which closes the gaps between the seeds. */
function drawIn(box: Placed, hits: Hits): void {
  const step = box.height / 8;
  for (let moved = true; moved;) {
    const [x, y] = [closer(box.x, step), closer(box.y, step)];
    moved = false;
    if (y !== box.y && !hits.at(box.x, y)) [box.y, moved] = [y, true];
    if (x !== box.x && !hits.at(x, box.y)) [box.x, moved] = [x, true];
  }
}

const closer = (value: number, step: number): number =>
  Math.abs(value) <= step ? 0 : value - Math.sign(value) * step;

const PLACES = 1400;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Evenly over a square whose half sides are 1, the middle first (as a sunflower sets its seeds). */
const SEEDS: readonly { x: number; y: number }[] = Array.from({ length: PLACES }, (_, i) => {
  const far = Math.SQRT2 * Math.sqrt(i / PLACES);
  return { x: far * Math.cos(i * GOLDEN_ANGLE), y: far * Math.sin(i * GOLDEN_ANGLE) };
}).filter(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1);
