import type { Formats, Language } from '@deal-stage-insights/ui';

/** How a text is said in the reader's language. */
export interface Say {
  readonly f: Formats;
  /** Chooses: the English one, the French one. */
  readonly t: <T>(en: T, fr: T) => T;
  /** A count with its noun: one, or several. */
  readonly many: (count: number, one: string, other: string) => string;
}

export const sayIn = (f: Formats, language: Language): Say => ({
  f,
  t: (en, fr) => (language === 'fr' ? fr : en),
  many: (count, one, other) => `${f.count(count)} ${f.plural(count, { one, other })}`,
});

const ENGLISH_RANKS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const FRENCH_RANKS = { one: 'er', other: 'e' };

/** "2nd", "3e", … */
export const rankIn =
  ({ f, t }: Say) =>
  (n: number) =>
    `${n}${t(f.ordinal(n, ENGLISH_RANKS), f.ordinal(n, FRENCH_RANKS))}`;
