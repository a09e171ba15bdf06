import { deals, days, type Rule, share } from '../rule.ts';

/** How long ago a deal was lost that is worth another call, both ends included. */
export const FROM_DAYS = 90;
export const TO_DAYS = 365;

export const winBack: Rule = {
  ruleId: 'win-back',
  title: { en: 'Worth another call', fr: 'Mérite un nouvel appel' },
  looksAt: 'lost',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 10,
  thresholds: {
    daysFrom: { unit: 'days', default: FROM_DAYS, reason: 'Sooner, the reasons for the no are still the same.' },
    daysTo: { unit: 'days', default: TO_DAYS, reason: 'Later, the people and the plans have changed.' },
  },
  remedy: {
    en: 'Ask how it went with what they chose instead, and whether the reason still holds.',
    fr: 'Demandez comment va ce qu’ils ont choisi à la place, et si la raison tient toujours.',
  },
  action: 'create-task',
  find({ ageDays, figures }, limit) {
    const found = figures?.winBack;
    if (found === undefined || found.reopened === 0) return null;
    if (ageDays < limit('daysFrom') || ageDays > limit('daysTo')) return null;
    const wonShare = found.won / found.reopened;
    return {
      message: {
        en: 'Lost {lostDays} ago. Of {lostDeals} that were lost here {reopened} were opened again, and of these {wonShare} were won.',
        fr: 'Perdue il y a {lostDays}. De {lostDeals} perdues ici, {reopened} ont été rouvertes, et {wonShare} de celles-ci gagnées.',
      },
      evidence: [
        days('lostDays', ageDays),
        deals('lostDeals', found.lost),
        deals('reopened', found.reopened),
        share('wonShare', wonShare),
      ],
      n: found.reopened,
      nCounts: 'past-deals',
      worth: wonShare,
    };
  },
};
