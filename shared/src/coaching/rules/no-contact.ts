import { days, type Rule, times } from '../rule.ts';
import { everChances } from '../situation.ts';

export const noContact: Rule = {
  ruleId: 'no-contact',
  title: { en: 'No contact', fr: 'Aucun contact' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    ageDays: {
      unit: 'days',
      default: 1,
      reason: 'A deal that was made a moment ago gets its contacts within the day.',
    },
  },
  remedy: {
    en: 'Add the people you speak with: what they do is then seen here.',
    fr: 'Ajoutez les personnes à qui vous parlez\u00a0: ce qu’elles font se voit alors ici.',
  },
  action: 'add-contact',
  find(deal, limit) {
    const { facts, ageDays, stage } = deal;
    if (facts.contacts !== 0 || ageDays < limit('ageDays')) return null;
    return {
      message: {
        en: 'In {stage} for {ageDays}, with contacts: {contacts:number}.',
        fr: 'En {stage} depuis {ageDays}, avec contacts\u00a0: {contacts:number}.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays), times('contacts', 0)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.1 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
