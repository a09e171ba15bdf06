import type { Bilingual, Evidence } from './hints.ts';
import type { OverviewChange } from './overview-report.ts';
import type { StageView } from './pipelines.ts';
import type { DayPeriod, ReportHead } from './report.ts';
import type { StalledDeal } from './stalled-report.ts';

/**
 * Answer of `GET /v1/pipelines/{id}/coaching`: what to talk about, for the asker, for the whole pipeline, and by an admin's
 * switch for each rep. Points compare what went with what: none says why.
 */
export interface CoachingReport extends ReportHead {
  /** `own`: the asker's agenda; `named`: those of the reps of the teams that the asker sees as well. */
  readonly view: 'own' | 'named';
  /** Whole months over which reps are compared. */
  readonly months: DayPeriod;
  /** What `changes` hold against each other: the last four whole weeks, and the four before. Null: no eight weeks are over. */
  readonly weeks: { readonly now: DayPeriod; readonly before: DayPeriod } | null;
  /** Null: the asker had no deal in these months and owns none that waits. */
  readonly own: RepAgenda | null;
  /** In order of owner id, never of merit. Empty in the view `own`. */
  readonly reps: readonly RepAgenda[];
  /** Of the whole pipeline: for admins and managers. */
  readonly team: Agenda | null;
  /** False: in some month others were fewer than `othersMin`, so that a comparison would tell of them. Reps then have no points. */
  readonly isCompared: boolean;
  readonly othersMin: number;
}

export interface Agenda {
  /** What is clearly better, and clearly worse, than for all others or before; the most valuable first, at most five. */
  readonly strengths: readonly AgendaPoint[];
  readonly areas: readonly AgendaPoint[];
  /** Stalled deals, the most at stake first: five of a rep, twenty of the pipeline. */
  readonly deals: readonly StalledDeal[];
  readonly dealsInAll: number;
  /** In the order of AGENDA_MEASURES; null without `weeks`. */
  readonly changes: readonly AgendaChange[] | null;
}

export interface RepAgenda extends Agenda {
  readonly ownerId: string;
  /** Null: HubSpot does not tell, or it is the asker's own agenda. */
  readonly name: string | null;
  readonly isDeparted: boolean;
}

export const AGENDA_POINTS = ['leads-on', 'outcome', 'dwell', 'losses', 'source'] as const;

export interface AgendaPoint {
  readonly pointId: (typeof AGENDA_POINTS)[number];
  /** Null: it is about all stages. */
  readonly stage: StageView | null;
  readonly message: Bilingual;
  readonly suggestion: Bilingual;
  readonly evidence: readonly Evidence[];
  /** Moves, closed deals or visits that it rests on. */
  readonly n: number;
  /** What the difference comes to, in the report's currency: wins × what a win was worth. Null: it is told in days, or nothing was won. */
  readonly valueAtStake: number | null;
}

export const AGENDA_MEASURES = ['led-on', 'back', 'won', 'lost'] as const;

/** Moves out of live stages that did so; `won` and `led-on` overlap. */
export interface AgendaChange {
  readonly measure: (typeof AGENDA_MEASURES)[number];
  readonly now: number;
  readonly before: number;
  readonly change: OverviewChange;
  readonly better: 'up' | 'down';
}
