import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MODEL_VERSION, parseDealInsights } from '@deal-stage-insights/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiHost, ask } from '../functions/api/api-host.ts';
import { startEngine, type TestEngine } from '../support/dynalite.ts';
import { brokenPromises } from './support/fields.ts';
import { living } from './support/living-installation.ts';
import { RECORDED_FOLDER, readState, recordedVersions } from './support/recorded-state.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const answersIn = (name: string): Answers => JSON.parse(readFileSync(path.join(RECORDED_FOLDER, name), 'utf8'));

describe.each(recordedVersions())('cards and pages of version %s', (version) => {
  const state = readState(version);
  const cards = answersIn(`deal-insights-${version}.json`);
  const reports = answersIn(`stages-${version}.json`);

  /** The present API over the table as the old version left it: nothing was made again yet. */
  async function presentApi() {
    const { deps, clock } = await living(engine, state);
    const host = apiHost({ ...deps, clock });
    return (address: string) => ask(host, address, { signedAt: clock.now() });
  }

  it.each(Object.keys(cards))('have deal %s answered at once, with every field that they know', async (dealId) => {
    const recorded = cards[dealId];
    const get = await presentApi();

    const { status, json } = await get(`/v1/deals/${dealId}/insights`);

    expect(status).toBe(200);
    expect(parseDealInsights(json)).toMatchObject({ dealId, status: recorded?.['status'], stage: recorded?.['stage'] });
    expect(json.visits).toHaveLength(Object(recorded?.['visits']).length);
    expect(brokenPromises(recorded, json)).toEqual([]);
    if (state.modelVersion === MODEL_VERSION) expect(json.figuresAt).toBe(recorded?.['figuresAt']);
  });

  it.each(Object.keys(reports))('have the report of pipeline %s answered as it was stored', async (pipelineId) => {
    const get = await presentApi();

    const { status, json } = await get(`/v1/pipelines/${pipelineId}/stages`);

    expect(status).toBe(200);
    expect(json).toEqual(reports[pipelineId]);
  });

  it('that come after a roll-back, or before the API, read the answers of the old version', () => {
    for (const recorded of Object.values(cards)) {
      const read = Object.entries(parseDealInsights(recorded));
      const isKnown = ([name]: readonly [string, unknown]): boolean => name in recorded;
      expect(brokenPromises(withoutNulls(Object.fromEntries(read.filter(isKnown))), recorded)).toEqual([]);
      expect(read.filter((field) => !isKnown(field) && field[1] !== null)).toEqual([]);
      expect(parseDealInsights({ ...recorded, notKnownYet: [{ rule: 'later' }] })).toEqual(parseDealInsights(recorded));
    }
  });
});

describe('the fields that a card knows', () => {
  const recorded = { dealId: '1', stage: { role: 'open' }, visits: [{ dwellDays: 3 }], usual: { n: 1 } };

  it.each([
    ['answer.dealId is gone', { ...recorded, dealId: undefined }],
    ['answer.stage.role was string and is number', { ...recorded, stage: { role: 1 } }],
    ['answer.visits[0].dwellDays is gone', { ...recorded, visits: [{}] }],
    ['answer.visits was a list and is object', { ...recorded, visits: {} }],
  ])('are missed: %s', (fault, present) => {
    expect(brokenPromises(recorded, JSON.parse(JSON.stringify(present)))).toEqual([fault]);
  });

  it('may be more, and figures may come and go', () => {
    expect(brokenPromises(recorded, { ...recorded, usual: null, hints: [] })).toEqual([]);
  });
});

/** What is read of an answer, less the fields that are said to be missing. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter((field) => field[1] !== null);
  return Object.fromEntries(told.map(([name, inner]) => [name, withoutNulls(inner)]));
}
