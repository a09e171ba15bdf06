import { shareOf } from '../contrast-for.ts';
import { PUSHED_OFTEN } from '../coaching-figures.ts';
import { days, deals, type Rule, share, times } from '../rule.ts';
import { everChances } from '../situation.ts';

const ENOUGH_PUSHED = 20;

const title: Rule['title'] = {
  en: 'Close date pushed again and again',
  fr: 'Date de clôture repoussée plusieurs fois',
};
const remedy: Rule['remedy'] = {
  en: 'Ask what has to happen on the customer’s side before they can sign, and date that instead.',
  fr: 'Demandez ce qui doit se passer chez le client avant la signature, et datez plutôt cela.',
};

/** As `silenceStep`; from `PUSHED_OFTEN` times on. */
export const pushedStep = { title, remedy };

export const closeDatePushed: Rule = {
  ruleId: 'close-date-pushed',
  title,
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 3,
  thresholds: {
    pushes: {
      unit: 'times',
      default: PUSHED_OFTEN,
      reason: 'One push is a correction, two happen; the third is a habit.',
    },
  },
  remedy,
  action: 'create-task',
  find(deal, limit) {
    const { facts, figures } = deal;
    if (facts.closeDatePushes < limit('pushes')) return null;
    const own = [times('pushes', facts.closeDatePushes), days('pushedDays', facts.closeDatePushedDays)];
    const worth = 0.15 * (everChances(deal)?.now ?? 0.2);
    const pushed = figures?.pushed;
    if (pushed === undefined || Math.min(pushed.often.n, pushed.seldom.n) < ENOUGH_PUSHED) {
      return {
        message: {
          en: 'The close date was moved to a later day {pushes}, by {pushedDays} in all.',
          fr: 'La date de clôture a été repoussée {pushes}, de {pushedDays} en tout.',
        },
        evidence: own,
        n: facts.closeDatePushes,
        nCounts: 'this-deal',
        worth,
      };
    }
    return {
      message: {
        en: 'The close date was moved to a later day {pushes}, by {pushedDays} in all. Of {oftenDeals} whose date was pushed {often:number} times or more {oftenShare} were won; of {seldomDeals} that were not, {seldomShare}.',
        fr: 'La date de clôture a été repoussée {pushes}, de {pushedDays} en tout. De {oftenDeals} dont la date a été repoussée au moins {often:number} fois, {oftenShare} ont été gagnées\u00a0; de {seldomDeals} qui ne l’ont pas été, {seldomShare}.',
      },
      evidence: [
        ...own,
        times('often', PUSHED_OFTEN),
        deals('oftenDeals', pushed.often.n),
        share('oftenShare', shareOf(pushed.often)),
        deals('seldomDeals', pushed.seldom.n),
        share('seldomShare', shareOf(pushed.seldom)),
      ],
      n: pushed.often.n,
      nCounts: 'past-deals',
      worth,
    };
  },
};
