import type { Bilingual, Evidence, EvidenceUnit, HintAction, NCounts } from '../contract/hints.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { Situation } from './situation.ts';
import type { Words } from './write-text.ts';

/** One rule of the rule book: when it speaks, what it shows, and what it suggests. It never says why something happened. */
export interface Rule {
  /** Also the name of its switch in settings. */
  readonly ruleId: string;
  readonly title: Bilingual;
  /** Deals of which statuses it looks at. */
  readonly looksAt: 'open' | 'lost';
  /** `owner`: it speaks of the owner's own figures, which nobody else may read (law L7). */
  readonly audience: 'everyone' | 'owner';
  /** `statistics`: a difference that was tested. `deal`: what this deal's record says, held against a threshold. */
  readonly restsOn: 'statistics' | 'deal';
  /** Past deals (or facts of this one) below which it is silent. */
  readonly nMin: number;
  /** By name, as settings name them. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
  readonly remedy: Bilingual;
  readonly action: HintAction;
  readonly find: (deal: Situation, limit: (name: string) => number) => Finding | null;
}

interface Threshold {
  readonly unit: EvidenceUnit;
  readonly default: number;
  readonly reason: string;
}

/** What a rule found, with the numbers it rests on. */
export interface Finding {
  /** A template: see `writeText`. */
  readonly message: Bilingual;
  readonly evidence: readonly Evidence[];
  readonly words?: Words;
  readonly n: number;
  readonly nCounts: NCounts;
  /** The most that acting on it may be worth, as a change of the chance to win (0–1): puts hints in order. */
  readonly worth: number;
}

export const days = (name: string, value: number): Evidence => ({ name, value, unit: 'days' });
export const share = (name: string, value: number): Evidence => ({ name, value, unit: 'share' });
export const deals = (name: string, value: number): Evidence => ({ name, value, unit: 'deals' });
export const times = (name: string, value: number): Evidence => ({ name, value, unit: 'times' });
export const money = (name: string, value: number): Evidence => ({ name, value, unit: 'money' });

export function daysBetween(fromAt: EpochMs, toAt: EpochMs): number {
  return (toAt - fromAt) / DAY_MS;
}
