import { contrastFor } from '../contrast-for.ts';
import { readable } from '../property-values.ts';
import type { Rule } from '../rule.ts';
import { rarer } from '../rarer.ts';

export const sourceStopsHere: Rule = {
  ruleId: 'source-stops-here',
  title: { en: 'Deals of this source stop here', fr: 'Les transactions de cette source s’arrêtent ici' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 20,
  thresholds: {},
  remedy: {
    en: 'Qualify early, and tell marketing which leads of this source do not fit.',
    fr: 'Qualifiez tôt, et dites au marketing quels prospects de cette source ne conviennent pas.',
  },
  action: 'open-report',
  find(deal) {
    const { source } = deal.facts;
    if (source === null) return null;
    return rarer(contrastFor(deal, 'source', { value: source, outcome: 'led-on' }), {
      message: {
        en: 'Of {likeDeals} from “{source}” that left {stage} {likeShare} went on; of {otherDeals} from other sources, {otherShare}.',
        fr: 'De {likeDeals} de «\u00a0{source}\u00a0» sorties de {stage}, {likeShare} ont avancé\u00a0; de {otherDeals} d’autres sources, {otherShare}.',
      },
      words: { source: readable(source), stage: deal.stage.label },
    });
  },
};
