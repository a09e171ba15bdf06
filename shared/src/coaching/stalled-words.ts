import type { StalledView } from '../contract/deal-insights.ts';
import type { Bilingual, Evidence } from '../contract/hints.ts';
import { days, deals, share } from './rule.ts';
import { writeText } from './write-text.ts';

interface Stall {
  readonly verdict: StalledView;
  readonly stageLabel: string;
  readonly ageDays: number;
  readonly isAtLeast: boolean;
}

/**
 * Why a deal is called stalled, with the numbers of the verdict and no others (law L6).
 * @example stalledReason({ verdict, stageLabel: 'Proposal', ageDays: 40, isAtLeast: false }, 'EUR').reason.en
 */
export function stalledReason(
  { verdict, stageLabel, ageDays, isAtLeast }: Stall,
  currency: string,
): { readonly reason: Bilingual; readonly evidence: readonly Evidence[] } {
  const { rule, now, reference, n } = verdict;
  const isByChance = rule === 'probability-drop';
  const why = isByChance ? CHANCE_FALLEN : OLDER_THAN_ADVANCED;
  const since = sinceWords(isAtLeast);
  const evidence = [
    days('ageDays', ageDays),
    ...(isByChance
      ? [share('atEntry', reference ?? 0), share('now', now ?? 0)]
      : [deals('advanced', n), days('usualDays', reference ?? 0)]),
  ];
  const template = { en: `${since.en} ${why.en}`, fr: `${since.fr} ${why.fr}` };
  return { reason: writeText(template, { evidence, words: { stage: stageLabel }, currency }), evidence };
}

/** How long a deal has been in its stage, as a template. */
export const sinceWords = (isAtLeast: boolean): Bilingual => (isAtLeast ? AT_LEAST : SINCE);

const SINCE: Bilingual = { en: 'In {stage} for {ageDays}.', fr: 'En {stage} depuis {ageDays}.' };
const AT_LEAST: Bilingual = {
  en: 'In {stage} for at least {ageDays}: its entry is older than what history shows.',
  fr: 'En {stage} depuis au moins {ageDays}\u00a0: son entrée est plus ancienne que ce que montre l’historique.',
};
const CHANCE_FALLEN: Bilingual = {
  en: 'Of deals that enter it {atEntry} are won in the end; of those that are still there at this age, {now}.',
  fr: 'Des transactions qui y entrent, {atEntry} finissent gagnées\u00a0; de celles qui y sont encore à cet âge, {now}.',
};
const OLDER_THAN_ADVANCED: Bilingual = {
  en: 'Of {advanced} that went on from here, nine of ten had done so within {usualDays}.',
  fr: 'De {advanced} qui ont avancé à partir d’ici, neuf sur dix l’avaient fait en {usualDays}.',
};
