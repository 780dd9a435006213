import type { Section, SectionData, SectionName } from './snapshot';

/** The newest revision of each section that came, whichever way and in whichever order. */
export class Sections {
  // Replaced whole: readers of an unchanged section are handed the same data and stop there.
  #newest = $state.raw<ReadonlyMap<string, Section>>(new Map());

  /** Keeps those that are newer than what is here. */
  receive(sections: readonly Section[]): void {
    const newest = new Map(this.#newest);
    let changed = false;
    for (const section of sections) {
      const key = keyOf(section.section, section.scope);
      const known = newest.get(key);
      if (known && known.revision >= section.revision) continue;
      newest.set(key, section);
      changed = true;
    }
    if (changed) this.#newest = newest;
  }

  /** Reactive. Undefined until the first one has come. */
  of<N extends SectionName>(name: N, scope: string): SectionData[N] | undefined {
    return this.#newest.get(keyOf(name, scope))?.data as SectionData[N] | undefined;
  }
}

const keyOf = (name: SectionName, scope: string): string => `${name}.${scope}`;
