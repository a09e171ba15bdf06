import { contrastFor } from '../contrast-for.ts';
import { type Rule, times } from '../rule.ts';
import { rarer } from '../rarer.ts';

export const singleContact: Rule = {
  ruleId: 'single-contact',
  title: { en: 'A single contact', fr: 'Un seul contact' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Ask who else will have a say, and add them to the deal.',
    fr: 'Demandez qui d’autre aura son mot à dire, et ajoutez ces personnes à la transaction.',
  },
  action: 'add-contact',
  find(deal) {
    const { contacts } = deal.facts;
    if (contacts !== 1) return null;
    return rarer(contrastFor(deal, 'one-contact'), {
      message: {
        en: 'Contacts of this deal: {contacts:number}. Of {likeDeals} like that in {stage} {likeShare} were won; of {otherDeals} with more contacts, {otherShare}.',
        fr: 'Contacts de cette transaction\u00a0: {contacts:number}. De {likeDeals} de ce genre en {stage}, {likeShare} ont été gagnées\u00a0; de {otherDeals} avec plus de contacts, {otherShare}.',
      },
      words: { stage: deal.stage.label },
      evidence: [times('contacts', contacts)],
    });
  },
};
