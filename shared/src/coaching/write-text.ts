import type { Bilingual, Evidence } from '../contract/hints.ts';

type Language = keyof Bilingual;

/** Names in a text that are no numbers: a stage, as somebody called it; a source, which each language calls its own way. */
export type Words = Readonly<Record<string, string | Bilingual>>;

const NO_BREAK = '\u00a0';

/**
 * A text in both languages from a template: `{name}` is the evidence or word of this name, `{name:number}` the bare number.
 * Templates hold no digits, so that every number of a text is one of its evidence (law L6).
 * @throws RangeError for a name that is neither evidence nor a word.
 * @example writeText({ en: 'Here for {age}.', fr: 'Ici depuis {age}.' }, { evidence: [{ name: 'age', value: 23, unit: 'days' }], currency: 'EUR' }).en // 'Here for 23 days.'
 */
export function writeText(template: Bilingual, { evidence, words = {}, currency }: TextContent): Bilingual {
  const fill = (language: Language): string =>
    template[language].replace(/\{(\w+)(:number)?\}/g, (_, name: string, isBare?: string) => {
      const found = evidence.find((each) => each.name === name);
      if (found !== undefined) return writeEvidence(found, { language, currency, isBare: isBare !== undefined });
      const word = words[name];
      if (word === undefined) throw new RangeError(`A text names ${name}, which is no evidence of it.`);
      return typeof word === 'string' ? word : word[language];
    });
  return { en: fill('en'), fr: fill('fr') };
}

export interface TextContent {
  readonly evidence: readonly Evidence[];
  readonly words?: Words;
  /** Of evidence in money, ISO 4217. */
  readonly currency: string;
}

export interface Writing {
  readonly language: Language;
  readonly currency: string;
  readonly isBare?: boolean;
}

/**
 * A number as texts write it: days with one decimal below ten, shares as whole percents, money in whole units.
 * @throws RangeError for an instant: a day has a name only in a time zone, which texts do not know.
 */
export function writeEvidence({ value, unit }: Evidence, { language, currency, isBare = false }: Writing): string {
  if (unit === 'instant') throw new RangeError('Texts tell days, not instants.');
  if (unit === 'share') return `${Math.round(value * 100)}${language === 'fr' ? `${NO_BREAK}%` : '%'}`;
  if (unit === 'money') {
    const amount = grouped(Math.round(value), language);
    return language === 'fr' ? `${amount}${NO_BREAK}${currency}` : `${currency}${NO_BREAK}${amount}`;
  }
  const shown = unit === 'days' ? daysShown(value) : Math.round(value);
  const figure = grouped(shown, language);
  return isBare ? figure : `${figure}${NO_BREAK}${noun(unit, language, shown)}`;
}

/** A tenth of a day says nothing once there are ten of them. */
function daysShown(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

const NOUNS = {
  days: { en: ['day', 'days'], fr: ['jour', 'jours'] },
  deals: { en: ['deal', 'deals'], fr: ['transaction', 'transactions'] },
  times: { en: ['time', 'times'], fr: ['fois', 'fois'] },
} as const;

/** English has one singular, 1; in French all below 2 is singular. */
function noun(unit: keyof typeof NOUNS, language: Language, shown: number): string {
  const isOne = language === 'fr' ? Math.abs(shown) < 2 : shown === 1;
  return NOUNS[unit][language][isOne ? 0 : 1];
}

function grouped(value: number, language: Language): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const [separator, point] = language === 'fr' ? ['\u202f', ','] : [',', '.'];
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return `${value < 0 ? '-' : ''}${groups}${decimals === undefined ? '' : `${point}${decimals}`}`;
}
