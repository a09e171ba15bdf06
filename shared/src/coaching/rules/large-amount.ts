import { contrastFor, shareOf } from '../contrast-for.ts';
import { deals, type Rule, share } from '../rule.ts';
import { has } from '../situation.ts';

export const largeAmount: Rule = {
  ruleId: 'large-amount',
  title: { en: 'Large deals go differently here', fr: 'Les grosses transactions vont autrement ici' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Get support early: a second seller, a sponsor on the customer’s side, a look at the offer.',
    fr: 'Cherchez tôt de l’appui\u00a0: un second vendeur, un soutien côté client, un regard sur l’offre.',
  },
  action: 'create-task',
  find(deal) {
    const contrast = contrastFor(deal, 'large-amount');
    if (!has(deal, 'large-amount') || contrast === null || shareOf(contrast.with) >= shareOf(contrast.without))
      return null;
    return {
      message: {
        en: 'The amount is in the upper third. Of {largeDeals} like that in {stage} {largeShare} were won; of {otherDeals} smaller ones, {otherShare}.',
        fr: 'Le montant est dans le tiers supérieur. De {largeDeals} de ce genre en {stage}, {largeShare} ont été gagnées\u00a0; de {otherDeals} plus petites, {otherShare}.',
      },
      words: { stage: deal.stage.label },
      evidence: [
        deals('largeDeals', contrast.with.n),
        share('largeShare', shareOf(contrast.with)),
        deals('otherDeals', contrast.without.n),
        share('otherShare', shareOf(contrast.without)),
      ],
      n: contrast.with.n,
      worth: shareOf(contrast.without) - shareOf(contrast.with),
    };
  },
};
