import { untrack } from 'svelte';
import { follow, locale, type Language } from './locale.svelte';

type Sources<M> = Record<Language, () => Promise<{ default: M }>>;

/**
 * The texts of one part of the interface, a chunk for each language. Await `load()` before rendering; then `t` is
 * reactive and follows the language. The Finnish texts' type is the rule for the others.
 */
export class Area<M extends object> {
  #texts = $state.raw<Partial<Record<Language, M>>>({});

  constructor(private readonly sources: Sources<M>) {}

  /** Tracks nothing: a page that awaits it must not be made anew, with what is being written in it, in another language. */
  async load(language: Language = untrack(() => locale.language)): Promise<void> {
    follow(this);
    if (untrack(() => this.#texts[language])) return;
    const { default: texts } = await this.sources[language]();
    this.#texts = { ...this.#texts, [language]: texts };
  }

  get t(): M {
    const texts = this.#texts[locale.language];
    if (!texts) throw new Error('These texts were not loaded');
    return texts;
  }
}
