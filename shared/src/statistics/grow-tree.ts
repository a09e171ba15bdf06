import type { BinnedColumns } from './binned-columns.ts';

/** Below the edge to the left, from it on to the right. `value`: what is said where the way ends here. */
export interface TreeNode {
  readonly value: number;
  readonly split: {
    readonly column: number;
    readonly edge: number;
    readonly left: TreeNode;
    readonly right: TreeNode;
  } | null;
}

/** First and negative second derivative of the log-likelihood by a row's logit. */
interface Derivatives {
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

export interface GrowthRules {
  readonly depth: number;
  /** Share of the Newton step that is taken. */
  readonly rate: number;
  /** Curvature that every leaf holds at least: about four rows of an even chance make 1. */
  readonly leastCurvature: number;
  /** Added to the curvature of a leaf: draws its value towards 0. */
  readonly penalty: number;
}

export interface GrowthQuestion {
  readonly columns: BinnedColumns;
  readonly derivatives: Derivatives;
  readonly rules: GrowthRules;
}

/**
 * Grows a tree on some rows, split by split where the gain G² / (H + penalty) of both sides over the whole is largest (Chen
 * and Guestrin 2016); G and H are sums of slopes and curvatures. A node says rate × G / (H + penalty).
 */
export function growTree(question: GrowthQuestion, rows: Uint32Array): TreeNode {
  return grow(question, rows, question.rules.depth);
}

function grow(question: GrowthQuestion, rows: Uint32Array, depth: number): TreeNode {
  const { columns, derivatives, rules } = question;
  const whole = sumOf(derivatives, rows);
  const value = (rules.rate * whole.slope) / (whole.curvature + rules.penalty);
  const best = depth > 0 && whole.curvature >= 2 * rules.leastCurvature ? bestSplit(question, rows, whole) : null;
  if (best === null) return { value, split: null };
  const bins = columns.bins[best.column];
  const isLeft = (row: number): boolean => (bins?.[row] ?? 0) <= best.bin;
  return {
    value,
    split: {
      column: best.column,
      edge: columns.edges[best.column]?.[best.bin] ?? 0,
      left: grow(question, rows.filter(isLeft), depth - 1),
      right: grow(
        question,
        rows.filter((row) => !isLeft(row)),
        depth - 1,
      ),
    },
  };
}

interface Sums {
  readonly slope: number;
  readonly curvature: number;
}

function sumOf({ slope, curvature }: Derivatives, rows: Uint32Array): Sums {
  const sums = { slope: 0, curvature: 0 };
  for (const row of rows) {
    sums.slope += slope[row] ?? 0;
    sums.curvature += curvature[row] ?? 0;
  }
  return sums;
}

function bestSplit({ columns, derivatives, rules }: GrowthQuestion, rows: Uint32Array, whole: Sums) {
  let best: { readonly column: number; readonly bin: number } | null = null;
  let bestGain = 1e-9;
  const worth = (slope: number, curvature: number): number => (slope * slope) / (curvature + rules.penalty);
  for (const [column, bins] of columns.bins.entries()) {
    const edges = columns.edges[column]?.length ?? 0;
    if (edges === 0) continue;
    const sums = binSums(bins, derivatives, { rows, bins: edges + 1 });
    let [slope, curvature] = [0, 0];
    for (let bin = 0; bin < edges; bin += 1) {
      slope += sums[2 * bin] ?? 0;
      curvature += sums[2 * bin + 1] ?? 0;
      const rest = { slope: whole.slope - slope, curvature: whole.curvature - curvature };
      if (curvature < rules.leastCurvature || rest.curvature < rules.leastCurvature) continue;
      const gain = worth(slope, curvature) + worth(rest.slope, rest.curvature) - worth(whole.slope, whole.curvature);
      if (gain > bestGain) [bestGain, best] = [gain, { column, bin }];
    }
  }
  return best;
}

/** Slopes and curvatures by bin, one after the other. The hot loop of the training. */
function binSums(
  bins: Uint8Array,
  { slope, curvature }: Derivatives,
  { rows, bins: length }: { readonly rows: Uint32Array; readonly bins: number },
): Float64Array {
  const sums = new Float64Array(2 * length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const at = 2 * (bins[row] ?? 0);
    sums[at] = (sums[at] ?? 0) + (slope[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (curvature[row] ?? 0);
  }
  return sums;
}
