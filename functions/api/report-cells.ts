import {
  type Cell,
  type DealsBehind,
  dealsBehindChanges,
  dealsBehindCoaching,
  dealsBehindFocus,
  dealsBehindHygiene,
  dealsBehindOverview,
  dealsBehindPeriod,
  dealsBehindReps,
  dealsBehindSources,
  dealsBehindStage,
  dealsBehindStalled,
  dealsBehindTransitions,
} from '@deal-stage-insights/shared';
import type { ListedReport } from './listed-reports.ts';

/** The reports whose figures can be asked for the deals behind them. */
export const DEALS_BEHIND: Readonly<Partial<Record<ListedReport, DealsBehind>>> = {
  overview: dealsBehindOverview,
  stages: dealsBehindStage,
  flow: dealsBehindStage,
  velocity: dealsBehindPeriod,
  transitions: dealsBehindTransitions,
  sources: dealsBehindSources,
  stalled: dealsBehindStalled,
  focus: dealsBehindFocus,
  hygiene: dealsBehindHygiene,
  changes: dealsBehindChanges,
  reps: dealsBehindReps,
  coaching: dealsBehindCoaching,
};

/** `row:column`; only a column where the report has one row. */
export function parseCell(text: string): Cell {
  const colon = text.lastIndexOf(':');
  return { row: text.slice(0, Math.max(0, colon)), column: text.slice(colon + 1) };
}
