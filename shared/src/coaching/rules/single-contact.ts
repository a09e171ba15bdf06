import { contrastFor, shareOf } from '../contrast-for.ts';
import { deals, type Rule, share, times } from '../rule.ts';

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
    const contrast = contrastFor(deal, 'one-contact');
    const { contacts } = deal.facts;
    if (contacts !== 1 || contrast === null || shareOf(contrast.with) >= shareOf(contrast.without)) return null;
    return {
      message: {
        en: 'Contacts of this deal: {contacts:number}. Of {oneDeals} like that in {stage} {oneShare} were won; of {moreDeals} with more contacts, {moreShare}.',
        fr: 'Contacts de cette transaction\u00a0: {contacts:number}. De {oneDeals} de ce genre en {stage}, {oneShare} ont été gagnées\u00a0; de {moreDeals} avec plus de contacts, {moreShare}.',
      },
      words: { stage: deal.stage.label },
      evidence: [
        times('contacts', contacts),
        deals('oneDeals', contrast.with.n),
        share('oneShare', shareOf(contrast.with)),
        deals('moreDeals', contrast.without.n),
        share('moreShare', shareOf(contrast.without)),
      ],
      n: contrast.with.n,
      worth: shareOf(contrast.without) - shareOf(contrast.with),
    };
  },
};
