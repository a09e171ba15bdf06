import { binnedColumns } from './binned-columns.ts';
import { type GrowthRules, growTree, type TreeNode } from './grow-tree.ts';
import type { Random } from './seeded-random.ts';

/** Adds up: a logit that holds for everybody, and what each small tree moves it by. Plain JSON. */
export interface BoostedTrees {
  readonly base: number;
  readonly columns: number;
  readonly trees: readonly TreeNode[];
}

export interface BinarySample {
  /** By row, its columns. */
  readonly rows: readonly ArrayLike<number>[];
  /** What came of the row: 0 or 1, or the chance of 1 where it is not known yet. */
  readonly outcome: ArrayLike<number>;
}

export interface BoostingRules extends GrowthRules {
  readonly trees: number;
  /** Of the rows, that each tree is grown on. */
  readonly share: number;
  readonly random: Random;
}

/** A chance as log-odds, and by how much each column moved it from what holds for everybody: they add up to it. */
export interface MovedLogit {
  readonly logit: number;
  readonly moved: Float64Array;
}

/**
 * Learns a chance from columns of numbers by gradient boosting of small trees on the log-likelihood (Friedman 2001, 2002; Newton
 * leaves): each tree is grown on a random share of the rows and takes a small step towards what is still unexplained. Equal
 * rows, rules and seed give equal trees. Without a row, or with one outcome alone, no tree is grown.
 * @example logitBy(boostedTrees({ rows: [[0], [1]], outcome: [0, 1] }, rules), [1]).logit
 */
export function boostedTrees({ rows, outcome }: BinarySample, rules: BoostingRules): BoostedTrees {
  const n = rows.length;
  const columns = binnedColumns(rows);
  const mean = Array.from(rows, (_, row) => outcome[row] ?? 0).reduce((sum, each) => sum + each, 0) / n;
  const isOne = !(mean > 0 && mean < 1);
  const base = n === 0 ? 0 : Math.log((mean * n + 0.5) / ((1 - mean) * n + 0.5));
  const logits = new Float64Array(n).fill(base);
  const derivatives = { slope: new Float64Array(n), curvature: new Float64Array(n) };
  const trees: TreeNode[] = [];
  while (trees.length < rules.trees && !isOne) {
    for (let row = 0; row < n; row += 1) {
      const p = 1 / (1 + Math.exp(-(logits[row] ?? 0)));
      derivatives.slope[row] = (outcome[row] ?? 0) - p;
      derivatives.curvature[row] = p * (1 - p);
    }
    const drawn = Uint32Array.from({ length: n }, (_, row) => row).filter(() => rules.random() < rules.share);
    const tree = growTree({ columns, derivatives, rules }, drawn);
    trees.push(tree);
    for (const [row, values] of rows.entries()) logits[row] = (logits[row] ?? 0) + endOf(tree, values).value;
  }
  return { base, columns: columns.edges.length, trees };
}

/**
 * What the trees say of one row. On its way through a tree a row goes from node to node; the change of the node's value goes
 * to the column that was asked about (Saabas 2014), so that the parts add up to the whole.
 */
export function logitBy({ base, columns, trees }: BoostedTrees, values: ArrayLike<number>): MovedLogit {
  const moved = new Float64Array(columns);
  let logit = base;
  for (const tree of trees) {
    logit += tree.value;
    for (let node = tree; node.split !== null; ) {
      const next = sideOf(node.split, values);
      moved[node.split.column] = (moved[node.split.column] ?? 0) + next.value - node.value;
      logit += next.value - node.value;
      node = next;
    }
  }
  return { logit, moved };
}

function endOf(tree: TreeNode, values: ArrayLike<number>): TreeNode {
  let node = tree;
  while (node.split !== null) node = sideOf(node.split, values);
  return node;
}

function sideOf({ column, edge, left, right }: NonNullable<TreeNode['split']>, values: ArrayLike<number>): TreeNode {
  return (values[column] ?? 0) < edge ? left : right;
}
