import { en, type Messages } from './en.ts';
import { formats } from './formats.ts';
import { fr } from './fr.ts';

const CATALOGUES = { en, fr } as const;
const FALLBACK_LANGUAGE = 'en';

/**
 * The card's texts for a reader. HubSpot's locale may be missing, or written `fr-fr` or `fr_FR`; a language without a
 * catalogue reads English, with English numbers and dates as well.
 */
export function messagesFor(locale: string | undefined, timeZone: string): Messages {
  const chosen = knownLocale(locale);
  return CATALOGUES[languageOf(chosen)](formats(chosen, timeZone));
}

function knownLocale(locale: string | undefined): string {
  try {
    const tag = Intl.getCanonicalLocales((locale ?? '').replaceAll('_', '-'))[0] ?? FALLBACK_LANGUAGE;
    return new Intl.Locale(tag).language in CATALOGUES ? tag : FALLBACK_LANGUAGE;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return FALLBACK_LANGUAGE;
  }
}

function languageOf(locale: string): keyof typeof CATALOGUES {
  return locale.startsWith('fr') ? 'fr' : 'en';
}
