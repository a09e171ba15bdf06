import { days, type Rule } from '../rule.ts';
import { everChances } from '../situation.ts';

/** So long an amount may be missing. */
export const UNPRICED_DAYS = 3;

export const noAmount: Rule = {
  ruleId: 'no-amount',
  title: { en: 'No amount', fr: 'Pas de montant' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    ageDays: { unit: 'days', default: UNPRICED_DAYS, reason: 'On its first days a deal may have no price yet.' },
  },
  remedy: {
    en: 'Enter your best guess: without it the deal is in no forecast.',
    fr: 'Saisissez votre meilleure estimation\u00a0: sans montant, la transaction n’est dans aucune prévision.',
  },
  action: 'check-amount',
  find(deal, limit) {
    if (deal.facts.amount !== null || deal.figures === null || deal.ageDays < limit('ageDays')) return null;
    return {
      message: {
        en: 'The deal has been in {stage} for {ageDays}, and has no amount that could be counted.',
        fr: 'La transaction est en {stage} depuis {ageDays}, sans montant qui puisse être compté.',
      },
      words: { stage: deal.stage.label },
      evidence: [days('ageDays', deal.ageDays)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.05 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
