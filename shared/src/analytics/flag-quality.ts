import type { Bilingual } from '../contract/hints.ts';
import type { FlagQuality, StallRule } from '../contract/stalled-report.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { keepDeals } from './keep-deals.ts';
import { knownVisits } from './known-visits.ts';
import { sampledDeals } from './sampled-deals.ts';
import { stalledRules, type StalledRulesQuestion } from './stalled-rules.ts';

/**
 * What was the flag "stalled" worth on this pipeline's own past, beside simpler rules? See `stalledRules`; of a large pipeline
 * by a sample of its deals (see `sampledDeals`), whose figures the rules then go by as well. Null: no deal that waited at a
 * landmark is known to have been won or lost.
 * @example flagQuality({ table, pipeline, landmarks: mondays, asOf, horizonDays: 30 })?.rules[0]?.precision
 */
export function flagQuality(
  question: Omit<StalledRulesQuestion, 'table'> & { readonly table: VisitBlock },
): FlagQuality | null {
  const { table, pipeline, landmarks, asOf } = question;
  const isAsked = sampledDeals(
    knownVisits(table, pipeline, asOf),
    landmarks.map((at) => ({ at })),
  );
  const asked = keepDeals(table, (deal) => isAsked[deal] === 1);
  const { rows, unresolved, rules } = stalledRules({ ...question, table: asked });
  if (rows === 0) return null;
  return {
    rows,
    unresolved,
    rules: rules.map(({ rule, flaggedShare, precision, lossesCaught, winsFlagged, leadDaysMedian }) => ({
      rule,
      title: TITLES[rule],
      flaggedShare,
      precision,
      lossesCaught,
      winsFlagged,
      leadDaysMedian,
    })),
  };
}

const TITLES: Readonly<Record<StallRule, Bilingual>> = {
  own: { en: 'Stalled, as shown here', fr: 'À l’arrêt, comme affiché ici' },
  'older-than-won': {
    en: 'Older than nine of ten visits of deals that were won',
    fr: 'Plus âgée que neuf passages sur dix de transactions gagnées',
  },
  'older-than-advanced': {
    en: 'Older than nine of ten visits that went on',
    fr: 'Plus âgée que neuf sur dix des passages qui ont avancé',
  },
  'older-than-closed': {
    en: 'Older than nine of ten visits that ended',
    fr: 'Plus âgée que neuf sur dix des passages terminés',
  },
  'fixed-14-days': { en: 'Older than fourteen days', fr: 'Plus de quatorze jours' },
  'fixed-30-days': { en: 'Older than thirty days', fr: 'Plus de trente jours' },
};
