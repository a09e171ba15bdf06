import { shareOf } from '../contrast-for.ts';
import { deals, type Rule, share } from '../rule.ts';

export const typedProbabilityOff: Rule = {
  ruleId: 'typed-probability-off',
  title: { en: 'Typed probability far from measured', fr: 'Probabilité saisie loin de la mesure' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 40,
  thresholds: {
    difference: {
      unit: 'share',
      default: 0.1,
      reason: 'Ten points move a weighted forecast; fewer are within what a rule of thumb may miss.',
    },
  },
  remedy: {
    en: 'Plan with the measured figure, and tell your admin: the probability of a stage can be changed.',
    fr: 'Planifiez avec la mesure, et prévenez votre administrateur\u00a0: la probabilité d’une phase peut être changée.',
  },
  action: 'open-report',
  find({ stageFigures, stage }, limit) {
    const found = stageFigures?.typed ?? null;
    if (found === null) return null;
    const difference = Math.abs(found.typed - shareOf(found.measured));
    if (difference < limit('difference')) return null;
    return {
      message: {
        en: 'HubSpot counts {typed} for {stage}. Of {closedDeals} that entered it and closed, {won} were won.',
        fr: 'HubSpot compte {typed} pour {stage}. De {closedDeals} qui y sont entrées et closes, {won} ont été gagnées.',
      },
      words: { stage: stage.label },
      evidence: [
        share('typed', found.typed),
        deals('closedDeals', found.measured.n),
        share('won', shareOf(found.measured)),
      ],
      n: found.measured.n,
      nCounts: 'past-deals',
      // Knowing it changes a plan, not the deal.
      worth: 0.02,
    };
  },
};
