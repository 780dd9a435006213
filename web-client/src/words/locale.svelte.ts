import { speak } from '../net/http';
import { keep, recall } from '../net/store';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language's name in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

const KEY = 'language';

interface Texts {
  load(language: Language): Promise<void>;
}
const areas = new Set<Texts>();

class Locale {
  #language = $state<Language>('fi');

  /** Reactive: the language of the interface. */
  get language(): Language {
    return this.#language;
  }

  /** Loads the texts first, so that no half-translated page is ever seen. */
  async use(language: Language): Promise<void> {
    await Promise.all([...areas].map((area) => area.load(language)));
    this.#language = language;
    document.documentElement.lang = language;
    speak(language);
  }

  /** As `use`, and remembered on this device. */
  async choose(language: Language): Promise<void> {
    keep(KEY, language);
    await this.use(language);
  }
}

export const locale = new Locale();

/** Makes an area's texts follow the language from now on. */
export function follow(area: Texts): void {
  areas.add(area);
}

/** The language asked for by the address or chosen before, if any. */
export function chosenLanguage(): Language | undefined {
  const asked = asLanguage(new URLSearchParams(location.search).get('lang'));
  if (asked) keep(KEY, asked);
  return asked ?? asLanguage(recall<string>(KEY));
}

/** The language to begin with: chosen, else the meeting's, else the browser's, else Finnish. */
export function firstLanguage(meetingLanguage?: string): Language {
  const browser = navigator.languages.map((tag) => asLanguage(tag.slice(0, 2))).find(Boolean);
  return chosenLanguage() ?? asLanguage(meetingLanguage) ?? browser ?? 'fi';
}

function asLanguage(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === tag);
}
