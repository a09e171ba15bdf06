import { DAY_MS, stalledVerdict } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';

const modelOf = (lines: readonly string[], times: number) =>
  buildPipelineModel({
    table: salesTable(SALES, lines, times),
    pipeline: SALES,
    asOf: day(90),
    horizonDays: 30,
    seed: 1,
    position: {},
  });

/** Wins come within six days, losses after fifty. */
const EARLY_WINS = ['new 4d, won', 'new 6d, won', 'new 50d, lost'];

describe('stalledVerdict', () => {
  it('is stalled once the chance has fallen below 0.6 of what it was at entry, and tells both', () => {
    const verdict = stalledVerdict(modelOf(EARLY_WINS, 20), 'new', 15 * DAY_MS);

    expect(verdict).toMatchObject({ verdict: 'stalled', rule: 'probability-drop', n: 60 });
    expect(verdict.reference).toBeCloseTo(2 / 3, 1);
    expect(verdict.threshold).toBeCloseTo(0.6 * verdict.reference!, 12);
    expect(verdict.now).toBeLessThan(verdict.threshold!);
  });

  it('is on track before, with the same two numbers', () => {
    const verdict = stalledVerdict(modelOf(EARLY_WINS, 20), 'new', 2 * DAY_MS);

    expect(verdict).toMatchObject({ verdict: 'on-track', rule: 'probability-drop' });
    expect(verdict.now).toBeGreaterThanOrEqual(verdict.threshold!);
  });

  it('does not call a deal stalled for its age alone', () => {
    const slowWins = ['new 10d, won', 'new 80d, won', 'new 11d, lost', 'new 12d, lost'];

    expect(stalledVerdict(modelOf(slowWins, 20), 'new', 60 * DAY_MS).verdict).toBe('on-track');
  });

  it('goes by the chance ever to be won: a slow pipeline wins nothing within the horizon of an entry', () => {
    const slow = ['new 10d, lost', 'new 70d, won'];

    expect(stalledVerdict(modelOf(slow, 30), 'new', 20 * DAY_MS)).toMatchObject({
      verdict: 'on-track',
      rule: 'probability-drop',
    });
  });

  it('goes by the time of visits that went on while exits are fewer than fifty', () => {
    const model = modelOf(['new 4d, demo', 'new 6d, demo'], 12);

    expect(stalledVerdict(model, 'new', 7 * DAY_MS)).toEqual({
      verdict: 'stalled',
      rule: 'dwell-quantile',
      now: 7,
      reference: 6,
      threshold: 6,
      n: 24,
    });
    expect(stalledVerdict(model, 'new', 5 * DAY_MS).verdict).toBe('on-track');
  });

  it('goes by time also where there was no chance to fall', () => {
    const model = modelOf(['new 4d, demo 1d, lost'], 60);

    expect(stalledVerdict(model, 'new', 5 * DAY_MS)).toMatchObject({ verdict: 'stalled', rule: 'dwell-quantile' });
  });

  it('says nothing on little evidence', () => {
    const nothing = { verdict: 'insufficient', rule: 'none', now: null, reference: null, threshold: null };

    expect(stalledVerdict(modelOf(EARLY_WINS, 3), 'new', 40 * DAY_MS)).toEqual({ ...nothing, n: 9 });
    expect(stalledVerdict(modelOf(EARLY_WINS, 3), 'offer', 40 * DAY_MS)).toEqual({ ...nothing, n: 0 });
  });
});
