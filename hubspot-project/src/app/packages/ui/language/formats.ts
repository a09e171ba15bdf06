/** Numbers, dates and plurals in the reader's language and the portal's time zone. Nothing here knows a word of the card. */
export interface Formats {
  readonly count: (value: number) => string;
  /** With one decimal where it tells something: rates a day or week, means of counts. */
  readonly decimal: (value: number) => string;
  /** A score between 0 and 1, with three decimals. */
  readonly score: (value: number) => string;
  /** With its sign, also where it is above zero. */
  readonly signed: (value: number) => string;
  /** A probability or share 0–1. What is not quite 0 or 1 never reads as if it were. */
  readonly percent: (share: number) => string;
  /** A relative change: 0.12 is "+12%". */
  readonly change: (ratio: number) => string;
  /** Whole units of the currency. */
  readonly money: (amount: number, currency: string) => string;
  /** A span in days, in the unit a person would choose. */
  readonly duration: (days: number) => string;
  /** A span on a clock of its own, such as working hours: never turned into days. */
  readonly hours: (hours: number) => string;
  readonly day: (at: number) => string;
  /** A calendar day `YYYY-MM-DD`, whatever the time zone. */
  readonly calendarDay: (day: string) => string;
  /** The same without its year: for axes. */
  readonly shortDay: (day: string) => string;
  /** The month of a calendar day. */
  readonly month: (day: string) => string;
  readonly moment: (at: number) => string;
  readonly plural: (value: number, forms: PluralForms) => string;
  /** Chooses the ending of "1st", "2nd", … */
  readonly ordinal: (value: number, forms: PluralForms) => string;
}

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

export function formats(locale: string, timeZone: string): Formats {
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  /** With a sign as wide as the other one. */
  const signed = (options: Intl.NumberFormatOptions) => {
    const format = numbers({ ...options, signDisplay: 'exceptZero' });
    return (value: number) => format(value).replace('-', '−');
  };
  // Days of a calendar have no time zone.
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: string) => format.format(Date.parse(day));
  };
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const cardinal = new Intl.PluralRules(locale);
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });
  return {
    count: numbers({ maximumFractionDigits: 0 }),
    decimal: numbers({ maximumFractionDigits: 1 }),
    score: numbers({ minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    signed: signed({ maximumFractionDigits: 1 }),
    percent: (share) => {
      if (share > 0 && share < 0.01) return `<\u00a0${percent(0.01)}`;
      if (share > 0.99 && share < 1) return `>\u00a0${percent(0.99)}`;
      return percent(share);
    },
    change: signed({ style: 'percent', maximumFractionDigits: 0 }),
    money: (amount, currency) => numbers({ style: 'currency', currency, maximumFractionDigits: 0 })(amount),
    duration: (days) => duration(locale, days),
    hours: (hours) => unit(locale, hours, 'hour', 0),
    day: dateFormat(locale, timeZone, { dateStyle: 'medium' }),
    calendarDay: days({ dateStyle: 'medium' }),
    shortDay: days({ day: 'numeric', month: 'short' }),
    month: days({ month: 'short', year: 'numeric' }),
    moment: dateFormat(locale, timeZone, { dateStyle: 'medium', timeStyle: 'short' }),
    plural: (value, forms) => forms[cardinal.select(value)] ?? forms.other,
    ordinal: (value, forms) => forms[ordinal.select(value)] ?? forms.other,
  };
}

function duration(locale: string, days: number): string {
  const hours = days * 24;
  if (hours < 1) return unit(locale, hours * 60, 'minute', 0);
  if (days < 1) return unit(locale, hours, 'hour', 0);
  return unit(locale, days, 'day', days < 10 ? 1 : 0);
}

function unit(locale: string, value: number, name: 'minute' | 'hour' | 'day', maximumFractionDigits: number): string {
  const style = { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits } as const;
  return new Intl.NumberFormat(locale, style).format(value);
}

/** A time zone that this engine does not know falls back to UTC, and says so in every date. */
function dateFormat(locale: string, timeZone: string, style: Intl.DateTimeFormatOptions): (at: number) => string {
  const inZone = (zone: string) => new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
  try {
    const format = inZone(timeZone);
    return (at) => format.format(at);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const format = inZone('UTC');
    return (at) => `${format.format(at)} UTC`;
  }
}
