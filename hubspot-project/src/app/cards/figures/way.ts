import { DAY_MS, type VisitView } from '@deal-stage-insights/shared';

type VisitKind = 'first' | 'again' | 'back' | 'running';

/** One bar a visit, in order of time. */
export interface WayBar {
  /** The stage, numbered where the deal came back: a chart needs different names for different bars. */
  readonly label: string;
  readonly days: number;
  readonly kind: VisitKind;
}

/** Stays as bars. A zero-length pass has no length to draw, a closed stage no stay: the table tells of both. */
export function wayBars(visits: readonly VisitView[]): readonly WayBar[] {
  return visits.filter(isStay).map((visit) => ({
    label: visit.visitNumber > 1 ? `${visit.stage.label} (${visit.visitNumber})` : visit.stage.label,
    days: Math.round(visit.dwellDays * 10) / 10,
    kind: kindOf(visit),
  }));
}

/** A visit in which a deal spends time: not a zero-length pass, and not a closed stage. */
export function isStay(visit: VisitView): boolean {
  return !visit.isSkip && !isClosed(visit);
}

function isClosed({ stage }: VisitView): boolean {
  return stage.role === 'won' || stage.role === 'lost';
}

function kindOf(visit: VisitView): VisitKind {
  if (visit.exitedAt === null) return 'running';
  if (visit.isRegression) return 'back';
  return visit.visitNumber > 1 ? 'again' : 'first';
}

/** When the deal was closed and how long it had taken by then; null when history does not show it. */
export function closing(visits: readonly VisitView[]): { readonly at: number; readonly afterDays: number } | null {
  const [first] = visits;
  const last = visits.at(-1);
  if (first === undefined || last === undefined || !isClosed(last)) return null;
  return { at: last.enteredAt, afterDays: (last.enteredAt - first.enteredAt) / DAY_MS };
}
