import { days, deals, type Rule, share } from '../rule.ts';
import { everChances } from '../situation.ts';
import { shareGoneBy } from '../share-gone-by.ts';

const remedy: Rule['remedy'] = {
  en: 'Ask the customer what is missing for the next step, and write the answer down.',
  fr: 'Demandez au client ce qui manque pour la prochaine étape, et notez la réponse.',
};

/** As `silenceStep`. */
export const slowerStep = { remedy };

export const slowerThanWon: Rule = {
  ruleId: 'slower-than-won',
  title: { en: 'Slower than usual here', fr: 'Plus lente que d’habitude ici' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 20,
  thresholds: {
    shareGone: {
      unit: 'share',
      default: 0.8,
      reason: 'Four of five deals that were won had left by then: late enough to ask, early enough to act.',
    },
  },
  remedy,
  action: 'create-task',
  find(deal, limit) {
    const { stage, ageDays, stalled, stageFigures } = deal;
    // A deal whose chance has fallen is told so by that rule.
    if (stageFigures === null || (stalled.verdict === 'stalled' && stalled.rule === 'probability-drop')) return null;
    const { wonDays } = stageFigures;
    const gone = shareGoneBy(wonDays, ageDays);
    if (gone === null || gone < limit('shareGone')) return null;
    const chances = everChances(deal);
    return {
      message: {
        en: 'In {stage} for {ageDays}: longer than {shareGone} of the {wonDeals} that were won from here.',
        fr: 'En {stage} depuis {ageDays}\u00a0: plus longtemps que {shareGone} des {wonDeals} gagnées à partir d’ici.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays), share('shareGone', gone), deals('wonDeals', wonDays.deals)],
      n: wonDays.deals,
      nCounts: 'past-deals',
      worth: chances === null ? 0.05 : Math.max(0.02, chances.atEntry - chances.now),
    };
  },
};
