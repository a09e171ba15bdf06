import { changeOfDeals } from '../analytics/clear-change.ts';
import { type KnownVisits, leadsOn } from '../analytics/known-visits.ts';
import { daysOnly } from '../analytics/report-head.ts';
import { isWithin } from '../analytics/period.ts';
import type { CalendarPeriod } from '../analytics/report-question.ts';
import { AGENDA_MEASURES, type AgendaChange } from '../contract/coaching-report.ts';
import type { ExitKind } from '../contract/deal-insights.ts';
import type { DayPeriod } from '../contract/report.ts';

export interface AgendaWeeks {
  readonly now: CalendarPeriod;
  readonly before: CalendarPeriod;
}

const WEEKS = 4;

/** The last four whole weeks and the four before; null while there are fewer. */
export function agendaWeeks(weeks: readonly CalendarPeriod[]): AgendaWeeks | null {
  const joined = (some: readonly CalendarPeriod[]): CalendarPeriod | null => {
    const [first, last] = [some[0], some.at(-1)];
    if (some.length < WEEKS || first === undefined || last === undefined) return null;
    return { fromDay: first.fromDay, toDay: last.toDay, fromAt: first.fromAt, toAt: last.toAt };
  };
  const [now, before] = [joined(weeks.slice(-WEEKS)), joined(weeks.slice(-2 * WEEKS, -WEEKS))];
  return now === null || before === null ? null : { now, before };
}

export function weekDays({ now, before }: AgendaWeeks): { readonly now: DayPeriod; readonly before: DayPeriod } {
  return { now: daysOnly(now), before: daysOnly(before) };
}

/**
 * What changed since the weeks before, by owner when the deal moved; nobody's moves are in the whole alone. Counts are exact;
 * a change is clear only beyond what the coming and going of deals makes by chance, and below 20 moves nothing is said of it.
 */
export function agendaChanges(known: KnownVisits, weeks: AgendaWeeks) {
  const whole = nothing();
  const byOwner = new Map<number, ReturnType<typeof nothing>>();
  for (let row = 0; row < known.table.length; row += 1) {
    const endedAt = known.endOf(row);
    const when = isWithin(weeks.now, endedAt) ? 'now' : isWithin(weeks.before, endedAt) ? 'before' : null;
    if (when === null || known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    const owner = known.table.owner[row] ?? 0;
    const own = byOwner.get(owner) ?? nothing();
    byOwner.set(owner, own);
    for (const measure of measuresOf(known.exitOf(row))) {
      own[measure][when] += 1;
      whole[measure][when] += 1;
    }
  }
  return {
    whole: told(whole),
    ofOwner: (ownerId: string): readonly AgendaChange[] =>
      told(byOwner.get(known.table.ownerIds.indexOf(ownerId)) ?? nothing()),
  };
}

type Measure = AgendaChange['measure'];
type Counts = Record<Measure, { now: number; before: number }>;

const nothing = (): Counts => ({
  'led-on': { now: 0, before: 0 },
  back: { now: 0, before: 0 },
  won: { now: 0, before: 0 },
  lost: { now: 0, before: 0 },
});

export function measuresOf(exit: ExitKind | null): readonly Measure[] {
  if (exit === 'won') return ['led-on', 'won'];
  if (leadsOn(exit)) return ['led-on'];
  return exit === 'back' || exit === 'lost' ? [exit] : [];
}

function told(counts: Counts): readonly AgendaChange[] {
  return AGENDA_MEASURES.map((measure) => {
    const { now, before } = counts[measure];
    const events = { count: now + before, squares: now + before };
    const better = measure === 'back' || measure === 'lost' ? 'down' : 'up';
    return { measure, now, before, change: changeOfDeals(now - before, events), better };
  });
}
