import * as z from 'zod';
import type { Formats } from '../../../hubspot-project/src/app/packages/ui/language/formats.ts';

/** Fields of which a screen shows the difference, or the quotient. */
const TAKEN_TOGETHER: readonly (readonly [string, string, (one: number, other: number) => number])[] = [
  ['atEnd', 'atStart', (atEnd, atStart) => atEnd - atStart],
  ['flowing', 'inProgressMean', (flowing, inProgressMean) => Math.min(1, flowing / inProgressMean)],
  ['open', 'stalled', (open, stalled) => open - stalled],
  ['won', 'lost', (won, lost) => won + lost],
];

/**
 * Every number of an answer of the API, and what a screen may make of them: the sum of an object's counts, some that are taken
 * together, the week of a rate a day, the relative change of a logarithm, the length of a list.
 */
export function numbersIn(answer: unknown): readonly number[] {
  if (typeof answer === 'number') return [answer];
  if (Array.isArray(answer)) return [answer.length, ...answer.flatMap((item: unknown) => numbersIn(item))];
  if (typeof answer !== 'object' || answer === null) return [];
  const fields = new Map<string, unknown>(Object.entries(answer));
  const all = [...fields.values()];
  const isCounts = all.every((field) => typeof field === 'number');
  const numberOf = (name: string) => {
    const field = fields.get(name);
    return typeof field === 'number' ? field : Number.NaN;
  };
  return [
    ...(isCounts ? [all.reduce<number>((sum, field) => sum + Number(field), 0)] : []),
    ...TAKEN_TOGETHER.map(([one, other, take]) => take(numberOf(one), numberOf(other))).filter(Number.isFinite),
    ...sharesOfVisits(fields),
    ...levelsOf(fields),
    ...PER_DAY.map((name) => numberOf(name) * 7).filter(Number.isFinite),
    ...LOGARITHMS.map((name) => Math.exp(numberOf(name)) - 1).filter(Number.isFinite),
    ...all.flatMap((field) => numbersIn(field)),
  ];
}

const WENT_ON = ['advanced', 'skipped', 'won'];

/** Of the visits of a stage: those that went on, those of each other kind of exit, those that left the pipeline, those there. */
function sharesOfVisits(fields: ReadonlyMap<string, unknown>): readonly number[] {
  const { data } = stageSchema.safeParse(Object.fromEntries(fields));
  if (data === undefined) return [];
  const countOf = (...kinds: readonly string[]) =>
    data.exits.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  const parts = [
    countOf(...WENT_ON),
    countOf('back'),
    countOf('lost'),
    countOf('moved', 'merged', 'deleted'),
    data.open,
  ];
  return parts.map((part) => part / data.visits);
}

/** What is carried over from step to step between two states of the open pipeline. */
function levelsOf(fields: ReadonlyMap<string, unknown>): readonly number[] {
  const { data } = stepsSchema.safeParse(Object.fromEntries(fields));
  if (data === undefined) return [];
  return (['amount', 'expected', 'deals'] as const).flatMap((measure) => {
    let level = data.before[measure];
    return data.steps.flatMap((step) => {
      const before = level;
      level += step[measure];
      return [before, level, Math.abs(step[measure])];
    });
  });
}

const measures = z.object({ amount: z.number(), expected: z.number(), deals: z.number() });
const stepsSchema = z.object({ before: measures, steps: z.array(measures) });

const stageSchema = z.object({
  visits: z.number(),
  open: z.number(),
  exits: z.array(z.object({ kind: z.string(), count: z.number() })),
});

const PER_DAY = ['throughputPerDay'];
const LOGARITHMS = ['openDeals', 'winRate', 'wonValue', 'cycleDays', 'total', 'low', 'high', 'difference'];

export function textsIn(answer: unknown): readonly string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap((field: unknown) => textsIn(field));
}

const DAY_MS = 86_400_000;

/** How a number, an instant or a day of the API may read on a screen: as the tokens of its forms. */
export function shownForms(value: number | string, f: Formats): readonly string[] {
  if (typeof value === 'string') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return [];
    const dayBefore = new Date(Date.parse(value) - DAY_MS).toISOString().slice(0, 10);
    return [value, dayBefore].flatMap((day) => tokensIn(`${f.calendarDay(day)} ${f.shortDay(day)} ${f.month(day)}`));
  }
  if (!Number.isFinite(value)) return [];
  const size = Math.abs(value);
  const forms = [value, size].flatMap((each) => [
    f.count(each),
    f.decimal(each),
    f.decimal(each * 100),
    f.score(each),
    f.signed(each),
    f.percent(each),
    f.change(each),
    f.duration(each),
    f.money(each, 'EUR'),
    ...(each > 1e11 && each < 1e13 ? [f.day(each), f.moment(each)] : []),
  ]);
  return forms.flatMap((form) => tokensIn(form));
}

/** The numbers of a text, each with the marks of its language inside. */
export const tokensIn = (text: string): readonly string[] => text.match(/\d+(?:[.,\u202f\u00a0]\d+)*/g) ?? [];
