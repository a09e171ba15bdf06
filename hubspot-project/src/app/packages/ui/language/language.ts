import { type Formats, formats } from './formats.ts';

export type Language = 'en' | 'fr';

/** The reader's language, and how numbers and dates read in it. */
export interface Reading {
  readonly language: Language;
  readonly formats: Formats;
}

/** One maker of texts a language; the English one is the type of both. */
export type Catalogues<M> = Readonly<Record<Language, (formats: Formats) => M>>;

/**
 * HubSpot's locale may be missing, or written `fr-fr` or `fr_FR`; a language without a catalogue reads English, with
 * English numbers and dates as well.
 */
export function readingOf(locale: string | undefined, timeZone: string): Reading {
  const tag = knownLocale(locale);
  return { language: languageOf(tag) ?? 'en', formats: formats(tag, timeZone) };
}

function knownLocale(locale: string | undefined): string {
  try {
    const tag = Intl.getCanonicalLocales((locale ?? '').replaceAll('_', '-'))[0] ?? 'en';
    return languageOf(tag) === null ? 'en' : tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'en';
  }
}

function languageOf(tag: string): Language | null {
  const { language } = new Intl.Locale(tag);
  return language === 'en' || language === 'fr' ? language : null;
}
