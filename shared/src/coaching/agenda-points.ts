import type { AgendaPoint } from '../contract/coaching-report.ts';
import type { Bilingual, Evidence } from '../contract/hints.ts';
import type { StageView } from '../contract/pipelines.ts';
import { sorted } from '../history/order.ts';
import type { Words } from './write-text.ts';
import { writeText } from './write-text.ts';

/** A point before it is told: what it says, and how many wins the difference comes to. */
export interface FoundPoint {
  readonly pointId: AgendaPoint['pointId'];
  readonly isStrength: boolean;
  readonly stage: StageView | null;
  readonly message: Bilingual;
  readonly suggestion: Bilingual;
  readonly words?: Words;
  readonly evidence: readonly Evidence[];
  readonly n: number;
  /** Null: it is told in days. */
  readonly wins: number | null;
}

export interface PointTelling {
  readonly currency: string;
  /** Major units; null: nothing with an amount was won. */
  readonly wonAmountMean: number | null;
}

const POINTS = 5;

/** Strengths and areas, each with the most valuable first; those that are told in days last. */
export function agendaPoints(found: readonly FoundPoint[], telling: PointTelling) {
  const ordered = sorted(found, (a, b) => Math.abs(b.wins ?? 0) - Math.abs(a.wins ?? 0));
  const told = (isStrength: boolean): readonly AgendaPoint[] =>
    ordered
      .filter((point) => point.isStrength === isStrength)
      .slice(0, POINTS)
      .map((point) => pointOf(point, telling));
  return { strengths: told(true), areas: told(false) };
}

function pointOf(point: FoundPoint, { currency, wonAmountMean }: PointTelling): AgendaPoint {
  const { pointId, stage, suggestion, evidence, n, wins } = point;
  const words = { ...point.words, ...(stage === null ? {} : { stage: stage.label }) };
  return {
    pointId,
    stage,
    message: writeText(point.message, { evidence, words, currency }),
    suggestion,
    evidence,
    n,
    valueAtStake:
      wins === null || wonAmountMean === null ? null : Math.round(Math.abs(wins) * wonAmountMean * 100) / 100,
  };
}
