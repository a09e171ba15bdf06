import { days, type Rule, times } from '../rule.ts';
import { everChances } from '../situation.ts';

export const criteriaOpen: Rule = {
  ruleId: 'criteria-open',
  title: { en: 'Exit criteria still open', fr: 'Critères de sortie encore ouverts' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    ageDays: {
      unit: 'days',
      default: 14,
      reason: 'Where the team expects no number of days, two weeks; else what it expects.',
    },
  },
  remedy: {
    en: 'Take the first open criterion of the list, and settle it with the customer.',
    fr: 'Prenez le premier critère ouvert de la liste, et réglez-le avec le client.',
  },
  action: 'create-task',
  find(deal, limit) {
    const { exitCriteria, stage, ageDays } = deal;
    const criteria = exitCriteria?.criteria ?? [];
    const open = criteria.filter(({ state }) => state === 'open').length;
    if (open === 0 || ageDays < (exitCriteria?.expectedDays ?? limit('ageDays'))) return null;
    return {
      message: {
        en: 'After {ageDays} in {stage}, exit criteria are open: {open:number} of {criteria:number}.',
        fr: 'Après {ageDays} en {stage}, des critères de sortie sont ouverts\u00a0: {open:number} sur {criteria:number}.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays), times('open', open), times('criteria', criteria.length)],
      n: criteria.length,
      nCounts: 'this-deal',
      worth: 0.1 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
