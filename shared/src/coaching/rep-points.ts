import type { RepEvidence } from '../analytics/rep-evidence.ts';
import type { Bilingual } from '../contract/hints.ts';
import { type PipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { FoundPoint } from './agenda-points.ts';
import { shareOf } from './contrast-for.ts';
import type { OwnerStage } from './owner-stages.ts';
import { deals, share, times } from './rule.ts';
import { ownWeakStage } from './rules/own-weak-stage.ts';

export interface RepPointsQuestion {
  readonly index: PipelineIndex;
  /** Those that were tested and stand, see `clearOwnerStages`. */
  readonly ownerStages: readonly OwnerStage[];
  /** By stage id: how many wins a move that leads on is worth beside one that does not. */
  readonly gainOf: (stageId: string) => number;
}

/**
 * Where does a rep do clearly better, or worse, than all others with the same deals? Stages from which more, or fewer, moves
 * led on, and what came of all deals; after Benjamini-Hochberg, each over all reps of the pipeline.
 */
export function repPoints(
  { ownerId, comparison, won, lost }: RepEvidence['rows'][number],
  { index, ownerStages, gainOf }: RepPointsQuestion,
): readonly FoundPoint[] {
  const stages = ownerStages
    .filter((each) => each.ownerId === ownerId)
    .map(({ stageId, own, others }): FoundPoint => {
      const more = shareOf(own) - shareOf(others);
      return {
        pointId: 'leads-on',
        isStrength: more > 0,
        stage: stageView(index, stageId),
        message: LEADS_ON,
        suggestion: more > 0 ? SHOW : ownWeakStage.remedy,
        evidence: [
          times('ownMoves', own.n),
          share('ownShare', shareOf(own)),
          times('otherMoves', others.n),
          share('otherShare', shareOf(others)),
        ],
        n: own.n,
        wins: more * own.n * gainOf(stageId),
      };
    });
  if (comparison === null || comparison.verdict === null || comparison.verdict === 'not-distinguishable') return stages;
  const { expected, achieved, difference, verdict } = comparison;
  const evidence = [deals('expected', expected), deals('achieved', achieved), deals('closedDeals', won + lost)];
  const outcome: FoundPoint = {
    pointId: 'outcome',
    isStrength: verdict === 'better',
    stage: null,
    message: OUTCOME,
    suggestion: verdict === 'better' ? SHOW : GO_THROUGH,
    evidence,
    n: won + lost,
    wins: difference,
  };
  return [outcome, ...stages];
}

const LEADS_ON: Bilingual = {
  en: 'Of {ownMoves:number} moves out of {stage} {ownShare} led on; of {otherMoves:number} of all others, {otherShare}.',
  fr: 'De {ownMoves:number} sorties de {stage}, {ownShare} ont mené plus loin\u00a0; des {otherMoves:number} de tous les autres, {otherShare}.',
};

const OUTCOME: Bilingual = {
  en: 'At the rates of all reps, the same deals come to {expected} won; they came to {achieved}, with the chances that were passed on. This rests on {closedDeals} that closed.',
  fr: 'Aux taux de tous les commerciaux, les mêmes transactions donnent {expected} gagnées\u00a0; elles ont donné {achieved}, avec les chances transmises. D’après {closedDeals} closes.',
};

const SHOW: Bilingual = {
  en: 'Let a colleague see how this is prepared: it is worth sharing.',
  fr: 'Montrez à un collègue comment c’est préparé\u00a0: cela mérite d’être partagé.',
};

const GO_THROUGH: Bilingual = {
  en: 'Go through three deals that were lost, stage by stage: where would you act sooner today?',
  fr: 'Reprenez trois transactions perdues, phase par phase\u00a0: où agiriez-vous plus tôt aujourd’hui\u00a0?',
};
