import { type Rule, share, times } from '../rule.ts';

export const moreLossesHere: Rule = {
  ruleId: 'more-losses-here',
  title: { en: 'More is lost here than before', fr: 'Plus de pertes ici qu’avant' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Follow up with material that answers the usual doubts of this stage; review how it is presented.',
    fr: 'Relancez avec des contenus qui répondent aux doutes habituels de cette phase\u00a0; revoyez la présentation.',
  },
  action: 'create-task',
  find({ stageFigures, stage }) {
    const found = stageFigures?.moreLosses ?? null;
    if (found === null) return null;
    return {
      message: {
        en: 'Of {exits:number} deals that left {stage} in the last quarter {lostNow} were lost; in the quarter before, {lostBefore}.',
        fr: 'Des {exits:number} transactions sorties de {stage} au dernier trimestre, {lostNow} ont été perdues\u00a0; au trimestre précédent, {lostBefore}.',
      },
      words: { stage: stage.label },
      evidence: [times('exits', found.n), share('lostNow', found.now), share('lostBefore', found.before)],
      n: found.n,
      nCounts: 'past-deals',
      worth: found.now - found.before,
    };
  },
};
