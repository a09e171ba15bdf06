import type { StageView } from '../contract/pipelines.ts';
import type { MeasureBand, RepBand } from '../contract/reps-report.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { openGroups } from './open-groups.ts';
import type { RepEvidence } from './rep-evidence.ts';

export interface RepGroup {
  readonly teamId: string;
  readonly label: string;
  readonly ownerIds: ReadonlySet<string>;
}

export interface BandsQuestion {
  readonly ownerId: string | null;
  readonly teams: readonly RepGroup[];
  /** 0: every group is shown. */
  readonly othersMin: number;
}

const ENOUGH_MOVES = 20;
const WHOLE = ''; // The pipeline among the groups: no team has an empty id.

type Row = RepEvidence['rows'][number];

/**
 * How the reps of the whole pipeline and of teams spread, for groups that are open in every month of the period, and figure by
 * figure among the reps who have the figure. Teams as given, the pipeline last.
 */
export function repBands(evidence: RepEvidence, { ownerId, teams, othersMin }: BandsQuestion): readonly RepBand[] {
  const groups = [
    ...teams.map(({ teamId, ownerIds }) => ({ groupId: teamId, members: ownerIds })),
    { groupId: WHOLE, members: new Set(evidence.rows.map((row) => row.ownerId)) },
  ];
  const openAmong = (ownerIds: Iterable<string>): ReadonlySet<string> =>
    openGroups({ all: new Set(ownerIds), groups, ownerId, othersMin });
  const monthly = evidence.months.map(({ ownerIds }) => openAmong(ownerIds));
  const isOpen = (groupId: string): boolean => monthly.every((open) => open.has(groupId));

  const spreadOf = (valueOf: (row: Row) => number | null): ((group: BandGroup) => MeasureBand) => {
    const known = evidence.rows.flatMap((row) => {
      const value = valueOf(row);
      return value === null ? [] : [{ ownerId: row.ownerId, value }];
    });
    const open = openAmong(known.map((each) => each.ownerId));
    return ({ groupId, members }) => {
      const values = known.filter((each) => members.has(each.ownerId)).map(({ value }) => value);
      return open.has(groupId) ? bandOf(values) : { kind: 'too-few' };
    };
  };
  const measures = {
    ratio: spreadOf(({ comparison }) => comparison?.ratio ?? null),
    winRate: spreadOf(({ comparison, won, lost }) => (comparison === null ? null : won / (won + lost))),
    pace: spreadOf(({ pace }) => (pace.kind === 'estimate' ? pace.value : null)),
    owned: spreadOf(({ owned }) => owned),
    entered: spreadOf(({ entered }) => entered),
    won: spreadOf(({ won }) => won),
    velocityShare: spreadOf(({ velocityShare }) => velocityShare),
  };
  const rates = stagesOf(evidence).map((stage) => ({ stage, spread: spreadOf((row) => rateOf(row, stage.stageId)) }));
  const labels = new Map(teams.map(({ teamId, label }) => [teamId, label]));
  return groups
    .filter(({ groupId }) => isOpen(groupId))
    .map((group) => ({
      teamId: group.groupId === WHOLE ? null : group.groupId,
      label: labels.get(group.groupId) ?? null,
      reps: evidence.rows.filter((row) => group.members.has(row.ownerId)).length,
      measures: {
        ratio: measures.ratio(group),
        winRate: measures.winRate(group),
        pace: measures.pace(group),
        owned: measures.owned(group),
        entered: measures.entered(group),
        won: measures.won(group),
        velocityShare: measures.velocityShare(group),
      },
      conversions: rates.map(({ stage, spread }) => ({ stage, rate: spread(group) })),
    }));
}

interface BandGroup {
  readonly groupId: string;
  readonly members: ReadonlySet<string>;
}

function bandOf(values: readonly number[]): MeasureBand {
  const at = (p: number): number | null => sampleQuantile(values, p);
  const [low, median, high] = [at(0.1), at(0.5), at(0.9)];
  if (low === null || median === null || high === null) return { kind: 'too-few' };
  return { kind: 'band', low, median, high, n: values.length };
}

function rateOf({ conversions }: Row, stageId: string): number | null {
  const found = conversions.find(({ stage }) => stage.stageId === stageId);
  return found === undefined || found.moves < ENOUGH_MOVES ? null : found.ledOn / found.moves;
}

/** Stages that any rep moved deals out of, in display order. */
function stagesOf({ rows }: RepEvidence): readonly StageView[] {
  const all = rows.flatMap(({ conversions }) => conversions.map(({ stage }) => [stage.stageId, stage] as const));
  return [...new Map(all).values()].sort((one, other) => one.displayOrder - other.displayOrder);
}
