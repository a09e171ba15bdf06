import type { Estimate } from '@deal-stage-insights/shared';
import { SOURCES, someReps } from '../../../local/generator/people.ts';
import { PIPELINE_MODELS } from '../../../local/generator/pipeline-models.ts';
import { type MeritGroup, pipelineTruth } from '../../../local/generator/pipeline-truth.ts';
import type { StageTruth } from '../../../local/generator/truth.ts';
import type { Looked } from './look-at.ts';

/** The truth of some of a pipeline's deals: of all, of one owner, of one source, or of those that skip a stage. */
export function truthOf(
  { faults }: Looked,
  pipelineId: string,
  some: { readonly ownerId?: string; readonly source?: string; readonly skipping?: true } = {},
): readonly StageTruth[] {
  const model = PIPELINE_MODELS.find((each) => each.pipelineId === pipelineId);
  if (model === undefined) throw new Error(`There is no pipeline ${pipelineId}.`);
  const reps = someReps(PIPELINE_MODELS.map((each) => each.pipelineId)).filter((rep) => rep.pipelineId === pipelineId);
  const skipped = faults.skippedStage?.pipelineId === pipelineId ? faults.skippedStage : { share: 0, merit: 0 };
  const skips = { ...skipped, share: some.skipping === true ? 1 : skipped.share };
  const groups = reps
    .filter(({ ownerId }) => some.ownerId === undefined || ownerId === some.ownerId)
    .flatMap((rep) =>
      SOURCES.filter(({ source }) => some.source === undefined || source === some.source).flatMap(
        ({ share, merit }): MeritGroup[] => [
          { weight: rep.share * share * (1 - skips.share), merit: rep.merit + merit },
          { weight: rep.share * share * skips.share, merit: rep.merit + merit + skips.merit },
        ],
      ),
    );
  return pipelineTruth(model, groups).stages;
}

/** Of the visits that end, the share that ends this way. */
export function shareOfExits(stage: StageTruth | undefined, isWay: (toStageId: string) => boolean): number {
  if (stage === undefined) throw new Error('The stage has a truth.');
  const ways = Object.entries(stage.exitShares).filter(([toStageId]) => isWay(toStageId));
  return ways.reduce((sum, [, share]) => sum + share, 0) / (1 - stage.neverExitsShare);
}

/** Leads on from the first stage: anywhere but to the loss. */
export function ledOnFromFirst(stages: readonly StageTruth[]): number {
  return shareOfExits(stages[0], (toStageId) => !toStageId.endsWith('lost'));
}

export function holds(said: Estimate | undefined, truth: number): boolean | null {
  return said?.kind === 'estimate' ? said.low <= truth && truth <= (said.high ?? Number.POSITIVE_INFINITY) : null;
}

export function isBelowHigh(said: Estimate, truth: number): boolean {
  return said.kind === 'estimate' && truth <= (said.high ?? Number.POSITIVE_INFINITY);
}
