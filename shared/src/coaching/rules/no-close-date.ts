import { days, type Rule } from '../rule.ts';
import { everChances } from '../situation.ts';

export const noCloseDate: Rule = {
  ruleId: 'no-close-date',
  title: { en: 'No close date', fr: 'Pas de date de clôture' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    ageDays: { unit: 'days', default: 3, reason: 'Nobody can date a deal on its first days.' },
  },
  remedy: {
    en: 'Enter the date by which the customer means to decide.',
    fr: 'Saisissez la date à laquelle le client pense décider.',
  },
  action: 'change-close-date',
  find(deal, limit) {
    if (deal.facts.closeAt !== null || deal.ageDays < limit('ageDays')) return null;
    return {
      message: {
        en: 'The deal has been in {stage} for {ageDays} and has no close date.',
        fr: 'La transaction est en {stage} depuis {ageDays} et n’a pas de date de clôture.',
      },
      words: { stage: deal.stage.label },
      evidence: [days('ageDays', deal.ageDays)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.05 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
