import { deals, type Rule, share } from '../rule.ts';
import { contrastFor, shareOf } from '../contrast-for.ts';
import { has } from '../situation.ts';

export const skippedStage: Rule = {
  ruleId: 'skipped-stage',
  title: { en: 'Skipped a stage', fr: 'Phase sautée' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Check whether the questions of the stage that was skipped have been answered elsewhere.',
    fr: 'Vérifiez que les questions de la phase sautée ont trouvé leur réponse ailleurs.',
  },
  action: 'create-task',
  find(deal) {
    const contrast = contrastFor(deal, 'skipped-before');
    if (contrast === null || !has(deal, 'skipped-before') || shareOf(contrast.with) >= shareOf(contrast.without))
      return null;
    return {
      message: {
        en: 'The deal skipped a stage on its way to {stage}. Of {skippedDeals} that did so {skippedShare} were won; of {otherDeals} that did not, {otherShare}.',
        fr: 'La transaction a sauté une phase avant {stage}. De {skippedDeals} dans ce cas, {skippedShare} ont été gagnées\u00a0; de {otherDeals} autres, {otherShare}.',
      },
      words: { stage: deal.stage.label },
      evidence: [
        deals('skippedDeals', contrast.with.n),
        share('skippedShare', shareOf(contrast.with)),
        deals('otherDeals', contrast.without.n),
        share('otherShare', shareOf(contrast.without)),
      ],
      n: contrast.with.n,
      worth: shareOf(contrast.without) - shareOf(contrast.with),
    };
  },
};
