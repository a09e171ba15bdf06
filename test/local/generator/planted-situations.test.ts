import { bottlenecks, DAY_MS, EXIT_CODES } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { generatePortal } from '../../../local/generator/generate-portal.ts';
import type { Situation } from '../../../local/generator/truth.ts';
import { generatedBlocks } from '../../support/generated-blocks.ts';

const PORTAL = generatedBlocks({ seed: 1, deals: 8000 });

function situation<K extends Situation['kind']>(kind: K): Extract<Situation, { kind: K }> {
  const found = PORTAL.truth.situations.find((each): each is Extract<Situation, { kind: K }> => each.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} is planted.`);
  return found;
}

function blockOf(pipelineId: string) {
  const found = PORTAL.pipelines.find(({ pipeline }) => pipeline.pipelineId === pipelineId);
  if (found === undefined) throw new Error(`There is no pipeline ${pipelineId}.`);
  return found;
}

describe('the situations of a generated portal', () => {
  it('are twelve kinds and more, each told with its number', () => {
    const kinds = new Set(PORTAL.truth.situations.map(({ kind }) => kind));

    expect([...kinds].toSorted()).toEqual(
      [
        'bad-source',
        'bulk-import',
        'bulk-move',
        'currency-mix',
        'mis-typed',
        'owner-change',
        'pushed-dates',
        'quarter-end',
        're-entry-loop',
        'skipped-stage',
        'slow-stage',
        'weak-rep',
        'zombies',
      ].toSorted(),
    );
  });

  it('have the slow stage called slower, and no other stage of its pipeline', () => {
    const { pipelineId, stageId } = situation('slow-stage');
    const { pipeline, table } = blockOf(pipelineId);
    const { endsAt } = PORTAL.portal;
    const quarter = (back: number) => ({
      fromAt: endsAt - 90 * (back + 1) * DAY_MS - back * 30 * DAY_MS,
      toAt: endsAt - 120 * back * DAY_MS,
    });

    const { stages } = bottlenecks({ table, pipeline, period: quarter(0), previous: quarter(1), asOf: endsAt });

    expect(stages.filter(({ dwell }) => dwell.verdict === 'slower').map((stage) => stage.stageId)).toEqual([stageId]);
  });

  it('have the skipped stage missing in as many deals as said, and these won more rarely', () => {
    const { pipelineId, stageId, share } = situation('skipped-stage');
    const { table } = blockOf(pipelineId);
    const place = (id: string): number => table.stageIds.indexOf(id);
    const deals = table.dealIds.map(() => ({ saw: false, proposal: false, won: false }));
    for (let row = 0; row < table.length; row += 1) {
      const deal = deals[table.deal[row] ?? -1];
      if (deal === undefined) continue;
      deal.saw ||= table.stage[row] === place(stageId);
      deal.proposal ||= table.stage[row] === place('b2b_proposal');
      deal.won ||= table.exit[row] === EXIT_CODES.indexOf('transition') && table.toStage[row] === place('b2b_won');
    }
    const reached = deals.filter(({ proposal }) => proposal);
    const skipping = reached.filter(({ saw }) => !saw);
    const winRate = (some: typeof deals): number => some.filter(({ won }) => won).length / some.length;

    // Imported and unlucky deals change the share among those that reach the next stage; it stays near.
    expect(skipping.length / reached.length).toBeGreaterThan(share / 3);
    expect(skipping.length / reached.length).toBeLessThan(2 * share);
    expect(winRate(skipping)).toBeLessThan(0.8 * winRate(reached.filter(({ saw }) => saw)));
  });

  it('are those of the chain alone in a pure portal', () => {
    const { truth } = generatePortal({ isPure: true });

    expect(new Set(truth.situations.map(({ kind }) => kind))).toEqual(
      new Set(['weak-rep', 'bad-source', 'mis-typed', 'zombies', 're-entry-loop']),
    );
  });
});
