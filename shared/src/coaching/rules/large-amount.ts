import { contrastFor } from '../contrast-for.ts';
import type { Rule } from '../rule.ts';
import { has } from '../situation.ts';
import { rarer } from '../rarer.ts';

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
    if (!has(deal, 'large-amount')) return null;
    return rarer(contrastFor(deal, 'large-amount'), {
      message: {
        en: 'The amount is in the upper third. Of {likeDeals} like that in {stage} {likeShare} were won; of {otherDeals} smaller ones, {otherShare}.',
        fr: 'Le montant est dans le tiers supérieur. De {likeDeals} de ce genre en {stage}, {likeShare} ont été gagnées\u00a0; de {otherDeals} plus petites, {otherShare}.',
      },
      words: { stage: deal.stage.label },
    });
  },
};
