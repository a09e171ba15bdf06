import type { ReasonView } from '../contract/deal-coaching.ts';
import type { Bilingual, Evidence } from '../contract/hints.ts';
import { sorted } from '../history/order.ts';
import { shareOf } from './contrast-for.ts';
import { readable } from './property-values.ts';
import type { Contrast } from './contrasts.ts';
import type { FeatureId } from './features.ts';
import { deals, share } from './rule.ts';
import { everChances, type Situation } from './situation.ts';
import { writeText } from './write-text.ts';

/**
 * What is known of a deal that goes with winning more, or less, often among past deals of its stage; the largest difference
 * first. Only differences that were tested (see `clearContrasts`), and the fall of the chance since the entry.
 * @example reasonsOf(deal).filter(({ direction }) => direction === 'against')
 */
export function reasonsOf(deal: Situation): readonly ReasonView[] {
  const { figures, stage, marks } = deal;
  const told = (figures?.contrasts ?? [])
    .filter(({ stageId, outcome }) => stageId === stage.stageId && outcome === 'won')
    .filter(({ feature, value }) => marks.some((mark) => mark.feature === feature && mark.value === value && mark.has))
    .map((contrast) => ({ reason: reasonOf(contrast, deal), size: Math.abs(differenceOf(contrast)) }));
  const age = chanceSinceEntry(deal);
  return sorted(age === null ? told : [...told, age], (a, b) => b.size - a.size).map(({ reason }) => reason);
}

interface Weighed {
  readonly reason: ReasonView;
  readonly size: number;
}

function differenceOf({ with: has, without }: Contrast): number {
  return shareOf(has) - shareOf(without);
}

function reasonOf(contrast: Contrast, { stage, labelOf }: Situation): ReasonView {
  const { feature, value, with: has, without } = contrast;
  const evidence: readonly Evidence[] = [
    deals('deals', has.n),
    share('won', shareOf(has)),
    deals('otherDeals', without.n),
    share('otherWon', shareOf(without)),
  ];
  const named = feature === 'skipped-before' ? labelOf(value ?? '') : readable(value ?? '');
  return {
    reasonId: feature,
    direction: differenceOf(contrast) > 0 ? 'for' : 'against',
    message: writeText(MESSAGES[feature], { evidence, words: { stage: stage.label, value: named }, currency: '' }),
    evidence,
    n: has.n,
  };
}

/** The chance by age and stage alone: against the deal where it has fallen by a fifth, for it where it has risen by one. */
function chanceSinceEntry(deal: Situation): Weighed | null {
  const chances = everChances(deal);
  const ever = deal.winProbability?.ever;
  if (chances === null || ever?.kind !== 'estimate' || deal.status !== 'open') return null;
  const { now, atEntry } = chances;
  if (!(atEntry > 0) || Math.abs(now - atEntry) < ENOUGH_CHANGE * atEntry) return null;
  const evidence: readonly Evidence[] = [share('atEntry', atEntry), share('now', now), deals('visits', ever.n)];
  const reason: ReasonView = {
    reasonId: 'age-in-stage',
    direction: now > atEntry ? 'for' : 'against',
    message: writeText(AGE, { evidence, words: { stage: deal.stage.label }, currency: '' }),
    evidence,
    n: ever.n,
  };
  return { reason, size: Math.abs(now - atEntry) };
}

const ENOUGH_CHANGE = 0.2; // Of the chance at entry: less is within what a stage's age bins blur.

const AGE: Bilingual = {
  en: 'Age in {stage}: of deals that enter it {atEntry} are won in the end, of {visits} still there at this age {now}.',
  fr: 'Âge en {stage}\u00a0: des transactions qui y entrent {atEntry} finissent gagnées, de {visits} encore là à cet âge {now}.',
};

/** Each ends in the same numbers: of the deals like this one, and of the others that reached the stage. */
function message(en: string, fr: string): Bilingual {
  return {
    en: `${en}: of {deals} like that in {stage} {won} were won, of {otherDeals} others {otherWon}.`,
    fr: `${fr}\u00a0: de {deals} de ce genre en {stage} {won} ont été gagnées, de {otherDeals} autres {otherWon}.`,
  };
}

const MESSAGES: Readonly<Record<FeatureId, Bilingual>> = {
  source: message('Source “{value}”', 'Source «\u00a0{value}\u00a0»'),
  'deal-type': message('Type “{value}”', 'Type «\u00a0{value}\u00a0»'),
  'one-contact': message('A single contact', 'Un seul contact'),
  'large-amount': message('Amount in the upper third', 'Montant dans le tiers supérieur'),
  'small-amount': message('Amount in the lower third', 'Montant dans le tiers inférieur'),
  'skipped-before': message('Skipped “{value}”', '«\u00a0{value}\u00a0» sautée'),
  'handed-over': message('Handed over between owners', 'Passée d’un propriétaire à un autre'),
  'came-back': message('Came back to this stage', 'Revenue dans cette phase'),
};
