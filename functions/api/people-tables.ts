import type { Agenda, CoachingReport, RepsReport } from '@deal-stage-insights/shared';

type Row = Readonly<Record<string, unknown>>;

/**
 * An answer about people, in lists that make tables: of each agenda its points, deals and changes under whose agenda it is. Only
 * what the answer holds, and every number as it stands there.
 */
export function withTables(report: RepsReport | CoachingReport): Row {
  if (!('team' in report)) return { ...report, ownConversions: report.own?.conversions ?? [] };
  const { own, reps, team, ...others } = report;
  const agendas: readonly (readonly [string, Agenda])[] = [
    ...(own === null ? [] : [['own', own] as const]),
    ...reps.map((agenda) => [agenda.ownerId, agenda] as const),
    ...(team === null ? [] : [['team', team] as const]),
  ];
  const rows = (rowsOf: (agenda: Agenda) => readonly object[]): readonly Row[] =>
    agendas.flatMap(([agenda, content]) => rowsOf(content).map((row) => ({ agenda, ...row })));
  return {
    ...others,
    agendas: rows(({ strengths: _strengths, areas: _areas, deals: _deals, changes: _changes, ...whose }) => [whose]),
    points: rows(({ strengths, areas }) => [
      ...strengths.map((point) => ({ kind: 'strength', ...point })),
      ...areas.map((point) => ({ kind: 'area', ...point })),
    ]),
    stalled: rows(({ deals }) => deals),
    changes: rows(({ changes }) => changes ?? []),
  };
}
