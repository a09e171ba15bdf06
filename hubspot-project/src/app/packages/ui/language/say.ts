import type { Formats } from './formats.ts';
import type { Language } from './language.ts';

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
