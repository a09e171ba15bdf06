import { DAY_MS, foldDeal, pipelineIndex } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { type GeneratedPortal, generatePortal } from '../../../local/generator/generate-portal.ts';
import type { PortalSeed } from '../../../local/portal-seed.ts';
import { recordOf, viewOf } from '../../support/seeded-blocks.ts';

const portalText = ({ portal }: GeneratedPortal): string => JSON.stringify({ ...portal, deals: [...portal.deals] });

describe('generatePortal', () => {
  it('gives equal portals for equal seeds, in every reading, and others for other seeds', () => {
    const portal = generatePortal({ seed: 5, deals: 300 });

    expect(portalText(portal)).toBe(portalText(generatePortal({ seed: 5, deals: 300 })));
    expect(JSON.stringify([...portal.portal.deals])).toBe(JSON.stringify([...portal.portal.deals]));
    expect(portalText(portal)).not.toBe(portalText(generatePortal({ seed: 6, deals: 300 })));
  });

  it('plants what was done about stages only where that is asked for, and changes nothing before it', () => {
    const [plain, acted] = [generatePortal({ deals: 400 }), generatePortal({ deals: 400, plantsActions: true })];
    const [worked] = acted.truth.actions;
    const stagesBefore = ({ portal }: GeneratedPortal) =>
      [...portal.deals].map(({ histories }) =>
        (histories['dealstage'] ?? []).filter(({ at }) => at < (worked?.fromAt ?? 0)),
      );

    expect(plain.truth.actions).toEqual([]);
    expect(acted.truth.actions.map(({ factor }) => factor)).toEqual([0.4, 1]);
    expect(stagesBefore(acted)).toEqual(stagesBefore(plain));
    expect(portalText(acted)).not.toBe(portalText(plain));
  });

  it('tells nothing later than the end, nothing before creation, and current values that are the newest ones', () => {
    const { portal } = generatePortal({ deals: 1500 });

    for (const deal of portal.deals) {
      const revisions = Object.values(deal.histories).flat();
      expect(Math.min(...revisions.map(({ at }) => at))).toBeGreaterThanOrEqual(deal.createdAt);
      expect(Math.max(...revisions.map(({ at }) => at))).toBeLessThanOrEqual(deal.lastModifiedAt);
      expect(deal.lastModifiedAt).toBeLessThanOrEqual(portal.endsAt);
      for (const [property, history] of Object.entries(deal.histories)) {
        expect(deal.properties[property]).toBe(history.at(-1)?.value);
        const instants = history.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }
    }
  });

  it('has ids in order of creation, stages and owners that are listed, and three pipelines with their own stages', () => {
    const { portal } = generatePortal({ deals: 500 });
    const index = pipelineIndex(portal.pipelines.map(viewOf));
    const owners = new Set(portal.owners.map(({ ownerId }) => ownerId));
    const deals = [...portal.deals];

    expect(deals).toHaveLength(portal.dealCount);
    expect(new Set(deals.map(({ dealId }) => dealId)).size).toBe(deals.length);
    for (const { histories, properties } of deals) {
      for (const { value } of histories['dealstage'] ?? []) {
        expect(index.stages.get(value)?.pipelineId).toBe(properties['pipeline']);
      }
      for (const { value } of histories['hubspot_owner_id'] ?? []) expect(owners).toContain(value);
    }
    expect(portal.pipelines.map(({ pipelineId }) => pipelineId)).toEqual(['default', 'b2c', 'collaborative']);
  });

  it('plants what real portals have: skips, returns, reopenings, imports, a bulk move, handovers, pushed close dates', () => {
    const { portal, truth } = generatePortal();
    const timelines = foldAll(portal);
    const { bulkMove, departure, importAt } = truth.faults;

    const visits = timelines.flatMap((timeline) => timeline.visits);
    expect(visits.filter(({ isSkip }) => isSkip).length).toBeGreaterThan(20);
    expect(visits.filter(({ isRegression }) => isRegression).length).toBeGreaterThan(100);
    expect(visits.filter(({ episode }) => episode > 1).length).toBeGreaterThan(10);
    expect(visits.filter(({ role, origin }) => role === 'lost' && origin === 'workflow').length).toBeGreaterThan(100);
    expect(
      visits.filter(({ enteredAt, arrival }) => enteredAt === importAt && arrival === 'late').length,
    ).toBeGreaterThan(50);
    expect(visits.filter(({ enteredAt }) => enteredAt === bulkMove?.at).length).toBeGreaterThan(10);
    const handovers = timelines.flatMap(({ ownerChanges }) => ownerChanges).filter(({ at }) => at === departure?.at);
    expect(handovers.length).toBeGreaterThan(5);
    expect(timelines.filter(({ closeDateChanges }) => closeDateChanges.length > 3).length).toBeGreaterThan(100);
  });

  it.each(['default', 'b2c', 'collaborative'])('says what counting finds again in pipeline %s', (pipelineId) => {
    // Creations end a year before the history does in effect: only visits that had a year's time are counted.
    const { portal, truth } = generatePortal({ seed: 11, deals: 24_000, days: 1100, isPure: true });
    const pipeline = truth.pipelines.find((known) => known.pipelineId === pipelineId);
    const longAgo = portal.endsAt - 700 * DAY_MS;
    const timelines = foldAll(portal).filter(
      ({ facts, createdAt }) => facts['pipeline'] === pipelineId && createdAt !== null && createdAt < longAgo,
    );

    const won = timelines.filter(({ visits }) => firstClose(visits) === 'won').length;
    expectShare(won, timelines.length, pipeline?.winProbability);
    for (const stage of pipeline?.stages ?? []) {
      const visits = timelines
        .flatMap((timeline) => beforeFirstClose(timeline.visits))
        .filter(({ stageId }) => stageId === stage.stageId);
      for (const [toStageId, share] of Object.entries(stage.exitShares)) {
        const gone = visits.filter((visit) => visit.toStageId === toStageId);
        expectShare(gone.length, visits.length, share);
        const soon = gone.filter(({ enteredAt, exitedAt }) => (exitedAt ?? Infinity) - enteredAt <= 10 * DAY_MS);
        expectShare(soon.length, visits.length, stage.exitShareWithin(toStageId, 10));
      }
      expectShare(visits.filter(({ exit }) => exit === 'open').length, visits.length, stage.neverExitsShare);
      expect(visits.length / timelines.length).toBeCloseTo(stage.visitsPerDeal, 1);
    }
  });
});

type Visits = ReturnType<typeof foldDeal>['visits'];

/** Within four standard errors of a binomial share. */
function expectShare(count: number, n: number, truth = Number.NaN): void {
  expect(n).toBeGreaterThan(400);
  expect(Math.abs(count / n - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / n) + 1 / n);
}

function firstClose(visits: Visits): string | undefined {
  return visits.find(({ role }) => role === 'won' || role === 'lost')?.role;
}

function beforeFirstClose(visits: Visits): Visits {
  const first = visits.findIndex(({ role }) => role !== 'open');
  return first < 0 ? visits : visits.slice(0, first);
}

function foldAll(portal: PortalSeed) {
  const index = pipelineIndex(portal.pipelines.map(viewOf));
  return Array.from(portal.deals, (deal) => foldDeal(recordOf(deal), index));
}
