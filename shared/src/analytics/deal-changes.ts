import { CHANGE_KINDS, type ChangeKind } from '../contract/changes-report.ts';
import { valueAt } from '../history/change-column.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import { eversIn } from '../model/win-at.ts';
import { convertedAmounts } from './converted-amounts.ts';
import { knownVisits } from './known-visits.ts';
import { minorUnits } from './open-deals.ts';
import type { ReportQuestion } from './report-question.ts';
import { arrivalKind, departureKind, placeKind } from './change-kinds.ts';
import { type PathWithin, pathsWithin } from './deal-paths-within.ts';

/** What one kind of change adds of one deal: whole deals, integer minor units. */
interface Contribution {
  readonly kind: ChangeKind;
  readonly deals: number;
  readonly amount: number;
  readonly expected: number;
}

/** A deal in the open pipeline at an instant. Minor units; null: not known. */
export interface OpenState {
  readonly amount: number | null;
  readonly chance: number | null;
  /** Amount × chance; 0 where one of them is not known. */
  readonly expected: number;
}

/** What happened to one deal in a period. `before` + contributions = `after`, exactly, where null is 0. */
export interface DealChanges extends PathWithin {
  readonly before: OpenState | null;
  readonly after: OpenState | null;
  readonly contributions: readonly Contribution[];
  readonly amountThen: number | null;
  readonly amountNow: number | null;
  readonly closeThenAt: EpochMs;
  readonly closeNowAt: EpochMs;
}

/**
 * What happened between the bounds of the period to each deal that was in the open pipeline in it. Of a deal that is open at
 * both, what is expected changes first by its stage and age (at the amount of then), then by its amount (at the chance of now):
 * so the steps of a deal sum to its change without a rest. A deal that came and went is counted in and out with its last amount.
 */
export function dealChanges(question: ReportQuestion): readonly DealChanges[] {
  const { table, pipeline, account, stamp, calendar } = question;
  const { period } = calendar;
  const [index, known] = [pipelineIndex([pipeline]), knownVisits(table, pipeline, stamp.asOf)];
  const amountsThen = convertedAmounts(table, account.currency, period.fromAt).values;
  const amountsNow = convertedAmounts(table, account.currency, Math.min(period.toAt, stamp.asOf)).values;
  const chanceIn = chanceInVisits(question);
  const isOpen = (row: number): boolean => row >= 0 && known.stageOf(row) >= 0;
  return pathsWithin(known, period).flatMap((path): DealChanges[] => {
    const { deal, atStart, atEnd, cameIn } = path;
    const amountThen = minorUnits(amountsThen[deal] ?? Number.NaN);
    const amountNow = minorUnits(amountsNow[deal] ?? Number.NaN);
    const before = isOpen(atStart) ? openState(amountThen, chanceIn(atStart, period.fromAt)) : null;
    const after = isOpen(atEnd) ? openState(amountNow, chanceIn(atEnd, period.toAt)) : null;
    const closeThenAt = valueAt(table.closeDates, deal, period.fromAt);
    const closeNowAt = valueAt(table.closeDates, deal, Math.min(period.toAt, stamp.asOf));
    const contributions: Contribution[] = [];
    if (before !== null && after !== null) {
      contributions.push(...changesOf(before, after, placeKind(path, known, index)));
      contributions.push(...dateChange(closeThenAt, closeNowAt));
    } else if (before !== null || after !== null || cameIn >= 0) {
      const passed = before ?? after ?? openState(amountNow, chanceIn(cameIn, table.enteredAt[cameIn] ?? 0));
      if (before === null) contributions.push(whole(arrivalKind(path, table), passed, 1));
      if (after === null) contributions.push(whole(departureKind(path, known), passed, -1));
    }
    if (contributions.length === 0) return [];
    return [{ ...path, before, after, contributions, amountThen, amountNow, closeThenAt, closeNowAt }];
  });
}

/** The chance ever to be won, of the visit in a row at an instant. Of an entry, which many deals share, it is worked out once. */
function chanceInVisits({ table, shownModel }: ReportQuestion): (row: number, at: EpochMs) => number | null {
  const chanceOf = eversIn(shownModel());
  const atEntry = new Map<string, number | null>();
  const everAt = (stageId: string, ageMs: number): number | null => {
    const ever = chanceOf(stageId, ageMs)?.ever;
    return ever?.kind === 'estimate' ? ever.value : null;
  };
  return (row, at) => {
    const stageId = table.stageIds[table.stage[row] ?? -1] ?? '';
    const ageMs = at - (table.enteredAt[row] ?? at);
    if (ageMs > 0) return everAt(stageId, ageMs);
    const known = atEntry.get(stageId);
    const chance = known === undefined ? everAt(stageId, 0) : known;
    atEntry.set(stageId, chance);
    return chance;
  };
}

/** The kinds of change of a deal, in the order of CHANGE_KINDS. */
export function kindsOf({ contributions }: DealChanges): readonly ChangeKind[] {
  return CHANGE_KINDS.filter((kind) => contributions.some((each) => each.kind === kind));
}

function openState(amount: number | null, chance: number | null): OpenState {
  return { amount, chance, expected: expectedOf(amount, chance) };
}

function expectedOf(amount: number | null, chance: number | null): number {
  return amount === null || chance === null ? 0 : Math.round(amount * chance);
}

function whole(kind: ChangeKind, { amount, expected }: OpenState, sign: 1 | -1): Contribution {
  return { kind, deals: sign, amount: sign * (amount ?? 0), expected: sign * expected };
}

function changesOf(before: OpenState, after: OpenState, place: ChangeKind): readonly Contribution[] {
  const moved = expectedOf(before.amount, after.chance);
  const placed = { kind: place, deals: 0, amount: 0, expected: moved - before.expected };
  const [amount, expected] = [(after.amount ?? 0) - (before.amount ?? 0), after.expected - moved];
  if (amount === 0) return [placed];
  return [placed, { kind: amount > 0 ? 'amount-up' : 'amount-down', deals: 0, amount, expected }];
}

/** Days are UTC's, which is where HubSpot keeps a date that was picked. */
function dateChange(thenAt: EpochMs, nowAt: EpochMs): readonly Contribution[] {
  const days = Math.floor(nowAt / DAY_MS) - Math.floor(thenAt / DAY_MS);
  if (Number.isNaN(days) || days === 0) return [];
  return [{ kind: days > 0 ? 'pushed' : 'pulled-in', deals: 0, amount: 0, expected: 0 }];
}
