import { contrastFor } from '../contrast-for.ts';
import type { Finding, Rule } from '../rule.ts';
import { rarer } from '../rarer.ts';

/** Of several stages that were skipped, it speaks of the one that goes with the greatest difference. */
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
    const skipped = deal.marks.filter(({ feature, has }) => feature === 'skipped-before' && has);
    const found = skipped.flatMap(({ value }) => {
      const finding = rarer(contrastFor(deal, 'skipped-before', { value }), {
        message: {
          en: 'The deal skipped {skipped} on its way to {stage}. Of {likeDeals} that did so {likeShare} were won; of {otherDeals} that did not, {otherShare}.',
          fr: 'La transaction a sauté {skipped} avant {stage}. De {likeDeals} dans ce cas, {likeShare} ont été gagnées\u00a0; de {otherDeals} qui ne l’ont pas sautée, {otherShare}.',
        },
        words: { skipped: deal.labelOf(value ?? ''), stage: deal.stage.label },
      });
      return finding === null ? [] : [finding];
    });
    return found.reduce<Finding | null>(
      (best, each) => (best !== null && best.worth >= each.worth ? best : each),
      null,
    );
  },
};
