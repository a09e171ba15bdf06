import { shareOf } from '../contrast-for.ts';
import { type Rule, share, times } from '../rule.ts';

/** Fewer colleagues would be recognised in "all others" (law L7). */
const COLLEAGUES_MIN = 5;

export const ownWeakStage: Rule = {
  ruleId: 'own-weak-stage',
  title: { en: 'A stage to practise', fr: 'Une phase à travailler' },
  looksAt: 'open',
  audience: 'owner',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Prepare this step with a colleague or your manager: a role play, or a negotiation training.',
    fr: 'Préparez cette phase avec un collègue ou votre responsable\u00a0: jeu de rôle ou formation à la négociation.',
  },
  action: 'none',
  find({ figures, facts, stage }) {
    const found = figures?.ownerStages.find(
      ({ ownerId, stageId }) => ownerId === facts.ownerId && stageId === stage.stageId,
    );
    if (found === undefined || found.colleagues < COLLEAGUES_MIN || shareOf(found.own) >= shareOf(found.others))
      return null;
    return {
      message: {
        en: 'Of your {ownMoves:number} moves out of {stage} in a year {ownShare} led on; of {otherMoves:number} of all others, {otherShare}.',
        fr: 'De vos {ownMoves:number} sorties de {stage} en un an, {ownShare} ont mené plus loin\u00a0; des {otherMoves:number} de tous les autres, {otherShare}.',
      },
      words: { stage: stage.label },
      evidence: [
        times('ownMoves', found.own.n),
        share('ownShare', shareOf(found.own)),
        times('otherMoves', found.others.n),
        share('otherShare', shareOf(found.others)),
      ],
      n: found.own.n,
      nCounts: 'past-deals',
      worth: shareOf(found.others) - shareOf(found.own),
    };
  },
};
