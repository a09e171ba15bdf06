import { contrastFor, readable, shareOf } from '../contrast-for.ts';
import { deals, type Rule, share } from '../rule.ts';

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
    const contrast = contrastFor(deal, 'source', { value: source, outcome: 'led-on' });
    if (source === null || contrast === null || shareOf(contrast.with) >= shareOf(contrast.without)) return null;
    return {
      message: {
        en: 'Of {sourceDeals} from “{source}” that left {stage} {sourceShare} went on; of {otherDeals} from other sources, {otherShare}.',
        fr: 'De {sourceDeals} de «\u00a0{source}\u00a0» sorties de {stage}, {sourceShare} ont avancé\u00a0; de {otherDeals} d’autres sources, {otherShare}.',
      },
      words: { source: readable(source), stage: deal.stage.label },
      evidence: [
        deals('sourceDeals', contrast.with.n),
        share('sourceShare', shareOf(contrast.with)),
        deals('otherDeals', contrast.without.n),
        share('otherShare', shareOf(contrast.without)),
      ],
      n: contrast.with.n,
      worth: shareOf(contrast.without) - shareOf(contrast.with),
    };
  },
};
