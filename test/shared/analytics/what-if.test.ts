import { DAY_MS, whatIf, type WhatIfChange, type WhatIfFigures } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { whatIfAnswerSchema } from '../../../functions/api/schemas/what-if.ts';
import { aDealRead, aRecord, aTimeline, day, START, somePipeline } from '../../support/builders.ts';
import { generatedBlocks } from '../../support/generated-blocks.ts';
import { questionOf } from '../../support/report-question-of.ts';
import { foldedTable } from '../../support/sales-table.ts';

const SIMPLE = somePipeline('sales', 'new, offer, won:won, lost:lost');

/** Each line twenty times, from START on every so many days, each worth 1,000. */
function tableOf(lines: readonly string[], everyDays = 1) {
  const records = Array.from({ length: 20 }, () => lines)
    .flat()
    .map((line, place) => {
      const at = START + Math.floor(place / lines.length) * everyDays * DAY_MS;
      const histories = { dealstage: aTimeline(line, at), amount: aTimeline('1000', at) };
      return aRecord(aDealRead({ dealId: String(1000 + place), createdAt: at, histories }));
    });
  return foldedTable(SIMPLE, records);
}

function ask(table: ReturnType<typeof tableOf>, changes: readonly WhatIfChange[], asOf = day(200)) {
  const answer = whatIf(questionOf(table, SIMPLE, asOf), { changes });
  return { ...answer, before: figures(answer.before), after: figures(answer.after) };
}

function figures(said: WhatIfFigures | { readonly kind: string }): WhatIfFigures {
  if ('kind' in said) throw new Error(`Nothing is said: ${said.kind}.`);
  return said;
}

describe('whatIf', () => {
  it('turns losses into wins where they are lifted, as many as asked', () => {
    const table = tableOf([
      'new 4d, offer 5d, won',
      'new 4d, offer 9d, lost',
      'new 6d, lost',
      'new 6d, offer 20d, won',
    ]);

    const { before, after, changes } = ask(table, [
      { kind: 'lift-conversion', stageId: 'offer', shareOfLosses: 0.5 },
      { kind: 'lift-conversion', stageId: 'nowhere', shareOfLosses: 0.5 },
    ]);

    // Three quarters reach the offer; a third of them is lost there, and half of these now win.
    expect(before.winEver).toBeCloseTo(0.5, 2);
    expect(after.winEver).toBeCloseTo(0.5 + 0.75 * (1 / 3) * 0.5, 2);
    expect(changes.map(({ reason }) => reason)).toEqual(['applied', 'unknown-stage']);
  });

  it('lets the slow leave where they would have gone: sooner, but no more of them', () => {
    const table = tableOf(
      ['new 2d, offer 5d, won', 'new 3d, offer 90d, won', 'new 3d, offer 90d, lost', 'new 50d, lost'],
      3,
    );
    const cut: WhatIfChange = { kind: 'cut-slow-tail', stageId: 'offer', days: 10 };

    const { before, after } = ask(table, [cut], day(100));

    expect(after.winEver).toBeCloseTo(before.winEver ?? Number.NaN, 2);
    // Deals wait there for 40 to 97 days; those that were seen to leave did so at 90, half of them won.
    expect(after.expectedWins).toBeGreaterThan(before.expectedWins + 2);
    expect(after.expectedWins).toBeLessThan(25);
    expect(after.open.mean).toBeGreaterThan(before.open.mean);
  });

  it('takes a lost deal out of what is expected, with its own chance', () => {
    const table = tableOf(['new 4d, offer 5d, won', 'new 4d, offer 9d, lost', 'new 3d, offer 80d, won']);
    const asOf = day(95);

    const lose: WhatIfChange = { kind: 'lose-deal', dealId: '1047' };
    const [all, twice] = [ask(table, [lose], asOf), ask(table, [lose, lose], asOf)];

    expect(all.changes[0]).toMatchObject({ openDeals: 1, reason: 'applied' });
    const lost = all.before.expectedWins - all.after.expectedWins;
    expect(lost).toBeGreaterThan(0);
    expect(all.before.open.mean - all.after.open.mean).toBeCloseTo(1000 * lost, 1);
    expect(twice.after).toEqual(all.after);
    expect(twice.changes[1]).toMatchObject({ openDeals: 0, reason: 'unknown-deal' });
  });

  it('changes nothing where nothing changes, and says the same each time, in the form of the contract', () => {
    const [generated] = generatedBlocks({ deals: 1500, seed: 5, days: 400, endsAt: Date.UTC(2026, 5, 15) }).pipelines;
    if (generated === undefined) throw new Error('A generated portal has pipelines.');
    const question = questionOf(generated.table, generated.pipeline, Date.UTC(2026, 5, 15));
    const [stageId = ''] = question.model().stages.map((stage) => stage.stageId);
    const changes: readonly WhatIfChange[] = [
      { kind: 'lift-conversion', stageId, shareOfLosses: 0 },
      { kind: 'cut-slow-tail', stageId, days: 3000 },
    ];

    const answer = whatIf(question, { changes, horizonDays: 60, seed: 7 });

    expect(z.strictObject(whatIfAnswerSchema.shape).safeParse(answer).error).toBeUndefined();
    const [before, after] = [figures(answer.before), figures(answer.after)];
    expect(after.expectedWins).toBeCloseTo(before.expectedWins, 6);
    expect(after.total.p50 / before.total.p50).toBeCloseTo(1, 6);
    expect(whatIf(question, { changes, horizonDays: 60, seed: 7 })).toEqual(answer);
  });

  it('says nothing of a stage, or a pipeline, of which too little is known', () => {
    const answer = whatIf(questionOf(tableOf(['new 1d, offer']), SIMPLE, day(5)), {
      changes: [{ kind: 'cut-slow-tail', stageId: 'offer', days: 3 }],
    });

    expect(answer).toMatchObject({
      before: { kind: 'insufficient' },
      after: { kind: 'insufficient' },
      changes: [{ openDeals: 0, reason: 'too-little-known' }],
    });
  });
});
