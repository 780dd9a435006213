import { untrack } from 'svelte';
import { follow, locale, type Language } from './locale.svelte';

type Sources<M> = Record<Language, () => Promise<{ default: M }>>;

/**
 * The texts of one part of the interface. Once they are loaded, by a shelf or by themselves, `t` is reactive and follows
 * the language. The Finnish texts' type is the rule for the others.
 */
export class Area<M extends object> {
  #texts = $state.raw<Partial<Record<Language, M>>>({});

  put(language: Language, texts: M): void {
    this.#texts = { ...untrack(() => this.#texts), [language]: texts };
  }

  get t(): M {
    const texts = this.#texts[locale.language];
    if (!texts) throw new Error('These texts were not loaded');
    return texts;
  }
}

/** Several areas loaded as one file a language, since many small ones would travel worse. Await `load()` before rendering. */
export class Shelf<A extends Record<string, Area<object>>> {
  readonly #loaded = new Set<Language>();

  constructor(
    private readonly areas: A,
    private readonly sources: Sources<{ [K in keyof A]: A[K]['t'] }>,
  ) {}

  /** Tracks nothing: a page that awaits it must not be made anew, with what is being written in it, in another language. */
  async load(language: Language = untrack(() => locale.language)): Promise<void> {
    follow(this);
    if (this.#loaded.has(language)) return;
    const { default: texts } = await this.sources[language]();
    for (const name in this.areas) this.areas[name]?.put(language, texts[name]);
    this.#loaded.add(language);
  }
}

/** An area that is loaded alone: a chunk for each language. Await `load()` before rendering. */
export class LoadedArea<M extends object> extends Area<M> {
  readonly #loaded = new Set<Language>();

  constructor(private readonly sources: Sources<M>) {
    super();
  }

  async load(language: Language = untrack(() => locale.language)): Promise<void> {
    follow(this);
    if (this.#loaded.has(language)) return;
    this.put(language, (await this.sources[language]()).default);
    this.#loaded.add(language);
  }
}
