import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import type { DealsBehind } from '../analytics/deals-behind.ts';
import type { FocusCounts, FocusReport } from '../contract/focus-report.ts';
import type { Bilingual } from '../contract/hints.ts';
import { focusLists, type FocusLists, focusRows, LATER_DAYS, type ListedDeal } from './focus-deals.ts';
import { SOON_DAYS } from './focus-signs.ts';
import { days, times } from './rule.ts';
import { sumOf } from './staked-deals.ts';
import { lostCandidates, lostRow, winBackRecord } from './win-back-list.ts';
import { writeText } from './write-text.ts';

const [ROWS, MORE_ROWS, ROWS_WITHOUT_AMOUNT] = [200, 100, 50];

/**
 * Which deals are most worth working on, and which lost ones worth another call? Open deals that something asks attention for
 * (see `focusAdvice`), by amount × the chance ever to be won that the life table still gives them, with what that chance is
 * for deals that are still there two weeks later; parked deals, and lost ones of 90 to 365 days (see `lostCandidates`).
 * Amounts are those of the report's instant; the record keeps no history of contacts and activities: they are as now.
 * @example focusReport(question).rows[0]?.sign // 'late-soon'
 */
export function focusReport(question: ReportQuestion): FocusReport {
  const lists = focusLists(question);
  const lost = lostCandidates(question);
  const { focus, withoutAmount, parked } = lists;
  const counts = countsOf(lists, lost.length);
  const rowOf = focusRows(question);
  return {
    ...reportHead(question),
    headline: headlineOf(counts, question.account.currency),
    soonDays: SOON_DAYS,
    laterDays: LATER_DAYS,
    counts,
    valueAtStake: sumOf(focus, ({ stake }) => stake),
    rows: focus.slice(0, ROWS).map(rowOf),
    rowsInAll: focus.length,
    withoutAmount: withoutAmount.slice(0, ROWS_WITHOUT_AMOUNT).map(rowOf),
    parked: parked.slice(0, MORE_ROWS).map(rowOf),
    winBack: winBackRecord(question),
    lost: lost.slice(0, MORE_ROWS).map((deal) => lostRow(question, deal)),
  };
}

const isLateSoon = ({ advice }: ListedDeal): boolean => advice.sign === 'late-soon';

const lateSoonOf = ({ focus, withoutAmount }: FocusLists): readonly ListedDeal[] =>
  [...focus, ...withoutAmount].filter(isLateSoon);

function countsOf(lists: FocusLists, lost: number): FocusCounts {
  const { open, focus, withoutAmount, calm, waiting, parked } = lists;
  return {
    open: open.length,
    focus: focus.length,
    withoutAmount: withoutAmount.length,
    calm: calm.length,
    waiting: waiting.length,
    lateSoon: lateSoonOf(lists).length,
    withoutChance: focus.filter(({ stake }) => stake === null).length,
    parked: parked.length,
    lost,
  };
}

function headlineOf({ open, focus, withoutAmount, lateSoon }: FocusCounts, currency: string): Bilingual {
  const listed = focus + withoutAmount;
  const evidence = [
    times('listed', listed),
    times('open', open),
    times('lateSoon', lateSoon),
    days('soonDays', SOON_DAYS),
  ];
  return writeText(listed === 0 ? NOTHING : lateSoon === 0 ? LISTED : LISTED_SOON, { evidence, currency });
}

const NOTHING: Bilingual = {
  en: 'No open deal asks for attention now.',
  fr: 'Aucune transaction ouverte ne demande d’attention maintenant.',
};
const LISTED: Bilingual = {
  en: 'Open deals that ask for attention: {listed:number} of {open:number}.',
  fr: 'Transactions ouvertes qui demandent de l’attention\u00a0: {listed:number} sur {open:number}.',
};
const LISTED_SOON: Bilingual = {
  en: `${LISTED.en} About to pass, within {soonDays}, the usual time of their stage: {lateSoon:number}.`,
  fr: `${LISTED.fr} Sur le point de dépasser, sous {soonDays}, la durée habituelle de leur phase\u00a0: {lateSoon:number}.`,
};

/** Columns `focus`, `without-amount`, `late-soon`, `calm`, `waiting`, `parked` and `lost`; no rows. */
export const dealsBehindFocus: DealsBehind = (question, { row, column }) => {
  if (row !== '') return null;
  if (column === 'lost') return lostCandidates(question).map(({ deal }) => deal);
  const lists = focusLists(question);
  const columns: Readonly<Record<string, readonly { readonly deal: number }[]>> = {
    focus: lists.focus,
    'without-amount': lists.withoutAmount,
    'late-soon': lateSoonOf(lists),
    calm: lists.calm,
    waiting: lists.waiting,
    parked: lists.parked,
  };
  return Object.hasOwn(columns, column) ? (columns[column] ?? []).map(({ deal }) => deal) : null;
};
