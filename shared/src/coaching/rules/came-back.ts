import { deals, type Rule, share, times } from '../rule.ts';
import { contrastFor, shareOf } from '../contrast-for.ts';

export const cameBack: Rule = {
  ruleId: 'came-back',
  title: { en: 'Came back to this stage', fr: 'Revenue dans cette phase' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 2,
  thresholds: {
    visits: {
      unit: 'times',
      default: 2,
      reason: 'A second visit is a return; what it goes with is only said where it was tested.',
    },
  },
  remedy: {
    en: 'Find out which question brought the deal back, and settle it before it moves on again.',
    fr: 'Cherchez la question qui a fait revenir la transaction, et réglez-la avant d’avancer de nouveau.',
  },
  action: 'create-task',
  find(deal, limit) {
    const { stage, visit } = deal;
    if (visit.visitNumber < limit('visits')) return null;
    const words = { stage: stage.label };
    const visits = times('visits', visit.visitNumber);
    const contrast = contrastFor(deal, 'came-back');
    if (contrast === null || shareOf(contrast.with) >= shareOf(contrast.without)) {
      return {
        message: {
          en: 'The deal has entered {stage} {visits}.',
          fr: 'La transaction est entrée {visits} en {stage}.',
        },
        words,
        evidence: [visits],
        n: visit.visitNumber,
        nCounts: 'this-deal',
        worth: 0.02,
      };
    }
    return {
      message: {
        en: 'The deal has entered {stage} {visits}. Of {backDeals} that came back to it {backShare} were won; of all {allDeals} that reached it, {allShare}.',
        fr: 'La transaction est entrée {visits} en {stage}. De {backDeals} qui y sont revenues, {backShare} ont été gagnées\u00a0; de toutes les {allDeals} qui y sont arrivées, {allShare}.',
      },
      words,
      evidence: [
        visits,
        deals('backDeals', contrast.with.n),
        share('backShare', shareOf(contrast.with)),
        deals('allDeals', contrast.without.n),
        share('allShare', shareOf(contrast.without)),
      ],
      n: contrast.with.n,
      nCounts: 'past-deals',
      worth: shareOf(contrast.without) - shareOf(contrast.with),
    };
  },
};
