import {
  actionEffect,
  type ActionAim,
  type Estimate,
  knownVisits,
  type PipelineView,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { day, SALES, somePipeline } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, type TrueDeals, twoStages } from '../../support/simulated-deals.ts';

const ACTED_ON = 180;

interface Asked {
  readonly way?: TrueDeals['way'];
  readonly stageId?: string;
  readonly aim: ActionAim;
  readonly days?: number;
  readonly deals?: number;
  readonly busy?: readonly string[];
  readonly pipeline?: PipelineView;
}

function effect({ way = PLAIN, aim, stageId = 'offer', days = 90, deals = 2400, busy = [], ...rest }: Asked) {
  const { pipeline = twoStages() } = rest;
  const known = knownVisits(simulatedDeals({ seed: 1, deals, days: 300, way }), pipeline, day(ACTED_ON + days));
  return actionEffect({ known, stageId, aim, windows: windowsOf(days), busyStageIds: new Set(busy) });
}

function windowsOf(days: number) {
  const before = { fromAt: day(ACTED_ON - days), toAt: day(ACTED_ON) };
  return { before, after: { fromAt: day(ACTED_ON), toAt: day(ACTED_ON + days) }, days, daysInAll: 90 };
}

/** From the day on another way out of a stage. */
const from =
  (stageId: string, after: { readonly goesOn?: number; readonly times?: number }): TrueDeals['way'] =>
  (stage, onDay, owner) => {
    const plain = PLAIN(stage, onDay, owner);
    if (plain === null || stage !== stageId || onDay < ACTED_ON) return plain;
    const { goesOn = 0.5, times = 1 } = after;
    const on = stage === 'demo' ? 'offer' : 'won';
    return { to: { [on]: goesOn, lost: 1 - goesOn }, meanDays: plain.meanDays * times };
  };

const holds = (estimate: Estimate, truth: number): boolean =>
  estimate.kind === 'estimate' && estimate.low <= truth && truth <= (estimate.high ?? Number.POSITIVE_INFINITY);

describe('actionEffect', () => {
  it('finds that visits became shorter, by how much, and that the other stage did not', () => {
    const found = effect({ aim: 'dwell', way: from('offer', { times: 0.4 }) });

    expect(found.verdict).toBe('improved');
    expect(found.before.kind === 'estimate' && found.before.value).toBeCloseTo(15, -0.5);
    expect(holds(found.change, -0.6) || holds(found.change, -0.5)).toBe(true);
    expect(found.placebo).toMatchObject({ stageIds: ['demo'] });
    expect(holds(found.placebo.change, 0)).toBe(true);
    expect(found.beyondPlacebo).toMatchObject({ kind: 'estimate', from: 'pipeline' });
  });

  it('finds that more visits go on, in points, and that fewer do', () => {
    const better = effect({ aim: 'conversion', way: from('offer', { goesOn: 0.8 }) });
    const worse = effect({ aim: 'conversion', way: from('offer', { goesOn: 0.2 }) });

    expect([better.verdict, worse.verdict]).toEqual(['improved', 'worsened']);
    // Of the 90 days' visits one in six was under way on the day, and went as before.
    expect(holds(better.change, 0.3 * (5 / 6))).toBe(true);
    expect(holds(worse.change, -0.3 * (5 / 6))).toBe(true);
    expect(holds(better.before, 0.5)).toBe(true);
  });

  it('calls longer visits worse, and says so of the stage that was asked about alone', () => {
    const way = from('offer', { times: 2.5 });

    expect(effect({ aim: 'dwell', way }).verdict).toBe('worsened');
    expect(effect({ aim: 'conversion', way }).verdict).toBe('no-difference-detectable');
    expect(effect({ aim: 'dwell', way, stageId: 'demo' }).verdict).toBe('no-difference-detectable');
  });

  it('tells nothing of a change that all stages made together', () => {
    const everywhere: TrueDeals['way'] = (stageId, onDay, owner) => {
      const plain = PLAIN(stageId, onDay, owner);
      return plain === null || onDay < ACTED_ON ? plain : { ...plain, meanDays: plain.meanDays * 0.4 };
    };
    const { change, beyondPlacebo, verdict } = effect({ aim: 'dwell', way: everywhere });

    expect(holds(change, 0)).toBe(false);
    expect(holds(beyondPlacebo, 0)).toBe(true);
    expect(verdict).toBe('no-difference-detectable');
  });

  it('takes no stage for a placebo in which something was done as well, and judges by the change alone without one', () => {
    const found = effect({ aim: 'dwell', way: from('offer', { times: 0.4 }), busy: ['demo'] });

    expect(found.placebo).toEqual({ stageIds: [], change: { kind: 'insufficient', n: 0, needed: 20 } });
    expect(found.beyondPlacebo.kind).toBe('insufficient');
    expect(found.verdict).toBe('improved');
  });

  it('says nothing in the first two weeks, then with a wide range that narrows', () => {
    const way = from('offer', { times: 0.4 });
    const width = ({ change }: ReturnType<typeof effect>) =>
      change.kind === 'estimate' ? (change.high ?? Number.NaN) - change.low : Number.POSITIVE_INFINITY;
    const [early, second, last] = [13, 30, 90].map((days) => effect({ aim: 'dwell', way, days, deals: 6000 }));

    expect(early?.verdict).toBe('insufficient');
    expect(early?.change.kind).toBe('insufficient');
    expect(width(second!)).toBeGreaterThan(2 * width(last!));
  });

  it.each([
    ['nobody yet', 0, 'offer'],
    ['twenty visits are not there', 90, 'offer'],
    ['a stage that nobody knows', 90, 'gone'],
    ['a stage that is closed', 90, 'won'],
  ])('is insufficient, never an error: %s', (_, days, stageId) => {
    const found = effect({ aim: 'conversion', days, stageId, deals: 60 });

    expect(found.verdict).toBe('insufficient');
    expect(found.change.kind).toBe('insufficient');
  });

  it.each<readonly [string, string, ActionAim]>([
    ['all went on, before and after', 'new 1d, offer 200d, won', 'conversion'],
    ['all at one age', 'new 5d, lost', 'dwell'],
    ['none ever leaves', 'new', 'dwell'],
    ['no time at all', 'new 0ms, lost', 'dwell'],
  ])('tells no difference of logs of a kind: %s', (_, line, aim) => {
    const pipeline = somePipeline('sales', 'new, offer, won:won, lost:lost');
    const known = knownVisits(salesTable(pipeline, [line], 60), pipeline, day(90));
    const windows = { before: { fromAt: day(-45), toAt: day(1) }, after: { fromAt: day(1), toAt: day(45) } };
    const asked = { known, stageId: 'new', aim, busyStageIds: new Set<string>() };
    const { verdict } = actionEffect({ ...asked, windows: { ...windows, days: 45, daysInAll: 90 } });

    expect(['insufficient', 'no-difference-detectable']).toContain(verdict);
  });

  it('measures what Kaplan-Meier and Aalen-Johansen do where nothing is cut off', () => {
    const lines = ['new 3d, lost', 'new 5d, demo', 'new 9d, won', 'new 7d, demo'];
    const known = knownVisits(salesTable(SALES, lines, 10), SALES, day(90));
    const whole = { fromAt: day(-1), toAt: day(80) };
    const windows = { before: whole, after: whole, days: 81, daysInAll: 90 };
    const of = (aim: ActionAim) => actionEffect({ known, stageId: 'new', aim, windows, busyStageIds: new Set() });

    expect(of('conversion').before).toMatchObject({ value: expect.closeTo(0.75, 12), n: 40, from: 'stage' });
    expect(of('dwell').before).toMatchObject({ value: expect.closeTo(6, 9), n: 40 });
    expect(of('dwell').change).toMatchObject({ value: 0, n: 80 });
    expect(of('dwell').verdict).toBe('no-difference-detectable');
  });

  it('does not take it for certain that all go on because all of forty did', () => {
    const known = knownVisits(salesTable(SALES, ['new 3d, demo', 'new 5d, demo'], 20), SALES, day(90));
    const whole = { fromAt: day(-1), toAt: day(80) };
    const windows = { before: whole, after: whole, days: 81, daysInAll: 90 };
    const asked = { known, stageId: 'new', aim: 'conversion', windows, busyStageIds: new Set<string>() } as const;

    const { before } = actionEffect(asked);

    expect(before).toMatchObject({ value: 1, high: 1, n: 40 });
    expect(before.kind === 'estimate' && before.low).toBeLessThan(0.97);
  });
});
