import type { PipelineView } from '../contract/pipelines.ts';
import type { Settings, TestDealFilter } from '../contract/settings.ts';
import type { EpochMs } from '../history/instant.ts';
import { EXIT_CODES } from '../history/visit-table.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { keepDeals } from './keep-deals.ts';
import { keepVisits } from './keep-visits.ts';

export interface SettledPipeline {
  readonly pipeline: PipelineView;
  readonly table: VisitBlock;
}

const TRANSITION = EXIT_CODES.indexOf('transition');

/**
 * A pipeline and its visits as an admin wants them read; blocks hold what HubSpot says. In this order: stages take the role the
 * admin gave them, test deals go, old stages count as the ones that took their place (two such visits after each other are
 * one), and what ended before the day that counting begins is left out.
 *
 * @param countSinceAt the beginning of the pipeline's day of `countSinceDay`; null: it has none
 * @example settledPipeline({ pipeline, table }, settings, null).pipeline.stages[3]?.role // 'parked'
 */
export function settledPipeline(
  { pipeline, table }: SettledPipeline,
  { stages, testDeals }: Pick<Settings, 'stages' | 'testDeals'>,
  countSinceAt: EpochMs | null,
): SettledPipeline {
  const settled = withoutOldStages(withRoles(pipeline, stages.roles), stages.countAs);
  const mapped = withStagesCountedAs(withoutTestDeals(table, testDeals.filters), stages.countAs);
  return { pipeline: settled, table: countSinceAt === null ? mapped : sinceInstant(mapped, settled, countSinceAt) };
}

/** The pipeline with the roles that an admin gave its stages. */
function withRoles(pipeline: PipelineView, roles: Settings['stages']['roles']): PipelineView {
  if (!pipeline.stages.some(({ stageId }) => roles[stageId] !== undefined)) return pipeline;
  return {
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({ ...stage, role: roles[stage.stageId] ?? stage.role })),
  };
}

function withoutOldStages(pipeline: PipelineView, countAs: Settings['stages']['countAs']): PipelineView {
  const stages = pipeline.stages.filter(({ stageId }) => countAs[stageId] === undefined);
  return stages.length === pipeline.stages.length ? pipeline : { ...pipeline, stages };
}

function withoutTestDeals(table: VisitBlock, filters: readonly TestDealFilter[]): VisitBlock {
  const tests = filters.map(({ property, match, values }) => {
    const column = table.facts.get(property);
    const wanted = values.map((value) => value.toLowerCase());
    return (deal: number): boolean => {
      const value = column?.[deal]?.toLowerCase() ?? null;
      if (value === null) return false;
      return wanted.some((each) => (match === 'is' ? value === each : value.includes(each)));
    };
  });
  return tests.length === 0 ? table : keepDeals(table, (deal) => !tests.some((isTest) => isTest(deal)));
}

function withStagesCountedAs(table: VisitBlock, countAs: Settings['stages']['countAs']): VisitBlock {
  if (!table.stageIds.some((stageId) => countAs[stageId] !== undefined)) return table;
  const stageIds = [...new Set(table.stageIds.map((stageId) => countAs[stageId] ?? stageId))];
  const places = table.stageIds.map((stageId) => stageIds.indexOf(countAs[stageId] ?? stageId));
  const renamed: VisitBlock = {
    ...table,
    stageIds,
    stage: table.stage.map((stage) => places[stage] ?? stage),
    toStage: table.toStage.map((stage) => places[stage] ?? stage),
  };
  return withoutSteps(renamed);
}

/** Joins visits of a deal that follow each other in what is one stage now: the first goes on until the last ends. */
function withoutSteps(table: VisitBlock): VisitBlock {
  const isStep = (row: number): boolean =>
    row + 1 < table.length &&
    table.deal[row + 1] === table.deal[row] &&
    table.exit[row] === TRANSITION &&
    table.stage[row + 1] === table.stage[row] &&
    table.enteredAt[row + 1] === table.exitedAt[row];
  const [exitedAt, toStage] = [table.exitedAt.slice(), table.toStage.slice()];
  const [exit, owner] = [table.exit.slice(), table.owner.slice()];
  for (let row = table.length - 2; row >= 0; row -= 1) {
    if (!isStep(row)) continue;
    exitedAt[row] = exitedAt[row + 1] ?? Number.NaN;
    toStage[row] = toStage[row + 1] ?? -1;
    exit[row] = exit[row + 1] ?? 0;
    owner[row] = owner[row + 1] ?? 0;
  }
  const joined = { ...table, exitedAt, toStage, exit, owner };
  return keepVisits(joined, (row) => row === 0 || !isStep(row - 1));
}

/** Without visits that ended before, and without deals that were closed before and are so still. */
function sinceInstant(table: VisitBlock, pipeline: PipelineView, since: EpochMs): VisitBlock {
  const roles = new Map(pipeline.stages.map(({ stageId, role }) => [stageId, role]));
  const isClosed = table.stageIds.map((id) => ['won', 'lost', 'post-win'].includes(roles.get(id) ?? 'open'));
  const ended = (row: number): boolean => {
    if ((table.exitedAt[row] ?? Number.NaN) < since) return true;
    return (isClosed[table.stage[row] ?? -1] ?? false) && (table.enteredAt[row] ?? Number.NaN) < since;
  };
  return keepVisits(table, (row) => !ended(row));
}
