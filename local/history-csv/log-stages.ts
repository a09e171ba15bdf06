import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { LoggedHistory } from './logged-deal.ts';

export interface LogStage {
  readonly stageId: string;
  readonly label: string;
  readonly role: 'open' | 'won' | 'lost';
  /** What an admin typed, 0–1. Null where the list says nothing: a log knows of none, and none is made up. */
  readonly probability: number | null;
}

const stagesSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1),
      label: z.string().min(1).optional(),
      role: z.enum(['open', 'won', 'lost']).default('open'),
      probability: z.number().min(0).max(1).optional(),
    }),
  )
  .min(1);

/** Reads `--stages`: a JSON list of `{id, label?, role?: open|won|lost, probability?}` in the order of the pipeline. */
export async function readStages(file: string): Promise<readonly LogStage[]> {
  const name = path.basename(file);
  const parsed = stagesSchema.safeParse(parseJson(await readFile(file, 'utf8'), name));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `${name}: stage ${String(issue?.path[0] ?? '')} ${issue?.path.slice(1).join('.')}: ${issue?.message}`,
    );
  }
  refuseUnusable(parsed.data, name);
  return parsed.data.map(({ id, label, role, probability }) => ({
    stageId: id,
    label: label ?? id,
    role,
    probability: probability ?? typedFor(role),
  }));
}

function refuseUnusable(stages: z.output<typeof stagesSchema>, name: string): void {
  const twice = stages.find(({ id }, index) => stages.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new Error(`${name}: stage "${twice.id}" is listed twice.`);
  if (!stages.some(({ role }) => role === 'won'))
    throw new Error(`${name}: no stage has the role "won", so no deal could ever be won.`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON: give a list of {"id", "label", "role", "probability"}.`);
  }
}

/** The stages of a log without a list: open ones in the order deals first reach them, then `won`, then `lost`. */
export function inferStages(histories: readonly LoggedHistory[]): readonly LogStage[] {
  const ranks = new Map<string, { sum: number; n: number }>();
  for (const { transitions } of histories) {
    const seen = new Set<string>();
    for (const { toStage } of transitions) {
      if (seen.has(toStage)) continue;
      const rank = ranks.get(toStage) ?? { sum: 0, n: 0 };
      ranks.set(toStage, { sum: rank.sum + seen.size, n: rank.n + 1 });
      seen.add(toStage);
    }
  }
  const open = [...ranks]
    .filter(([stageId]) => stageId !== 'won' && stageId !== 'lost')
    .map(([stageId, { sum, n }]) => ({ stageId, meanRank: sum / n }))
    .toSorted((a, b) => a.meanRank - b.meanRank || (a.stageId < b.stageId ? -1 : 1));
  return [...open.map(({ stageId }) => stage(stageId, 'open')), stage('won', 'won'), stage('lost', 'lost')];
}

const stage = (stageId: string, role: LogStage['role']): LogStage => ({
  stageId,
  label: labelOf(stageId),
  role,
  probability: typedFor(role),
});

/** `offer_sent` reads as "Offer sent". */
const labelOf = (stageId: string): string => {
  const words = stageId.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** HubSpot tells closed stages by it. */
const typedFor = (role: LogStage['role']): number | null => ({ open: null, won: 1, lost: 0 })[role];
