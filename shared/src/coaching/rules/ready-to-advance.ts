import { days, type Rule, times } from '../rule.ts';

export const readyToAdvance: Rule = {
  ruleId: 'ready-to-advance',
  title: { en: 'Ready to advance', fr: 'Prête à avancer' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    criteria: { unit: 'times', default: 1, reason: 'A stage without criteria tells nothing of being ready.' },
  },
  remedy: {
    en: 'Move the deal on, so that forecast and colleagues see where it stands.',
    fr: 'Faites avancer la transaction, pour que prévision et collègues voient où elle en est.',
  },
  action: 'move-stage',
  find({ exitCriteria, stage, ageDays }, limit) {
    const criteria = exitCriteria?.criteria ?? [];
    if (criteria.length < limit('criteria') || criteria.some(({ state }) => state !== 'met')) return null;
    return {
      message: {
        en: 'All exit criteria of {stage} are met ({criteria:number}), after {ageDays}.',
        fr: 'Tous les critères de sortie de {stage} sont remplis ({criteria:number}), après {ageDays}.',
      },
      words: { stage: stage.label },
      evidence: [times('criteria', criteria.length), days('ageDays', ageDays)],
      n: criteria.length,
      nCounts: 'this-deal',
      worth: 0.04,
    };
  },
};
