import type { PipelineSnapshot } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { ReferenceStore } from '../../../functions/ports/reference-store.ts';

const PIPELINES: PipelineSnapshot = {
  readAt: 1_780_000_000_000,
  version: 'abc',
  pipelines: [
    {
      pipelineId: 'default',
      label: 'Sales',
      stages: [
        { stageId: 's1', label: 'New', role: 'open', displayOrder: 0, typedProbability: 0.1, isUnknown: false },
        { stageId: 's2', label: 'Won', role: 'won', displayOrder: 1, typedProbability: null, isUnknown: false },
      ],
    },
  ],
};

/** What reconcile writes and everybody else reads. */
export function referenceStoreContract(make: () => Promise<ReferenceStore>): void {
  describe('ReferenceStore', () => {
    it('has nothing before the first snapshot', async () => {
      const store = await make();

      expect(await Promise.all([store.readPipelines(), store.readPeople(), store.readAccount()])).toEqual([
        null,
        null,
        null,
      ]);
    });

    it('keeps every list of pipelines that ever held, oldest first', async () => {
      const store = await make();
      expect(await store.readPipelineHistory()).toEqual([]);
      const later = { ...PIPELINES, readAt: PIPELINES.readAt + 1, version: 'later' };
      await store.keepPipelines(later);
      await store.keepPipelines(PIPELINES);

      expect(await store.readPipelineHistory()).toEqual([PIPELINES, later]);
    });

    it('gives back the latest snapshot of each kind', async () => {
      const store = await make();
      const people = {
        owners: [{ ownerId: '11', userId: null, teamIds: ['3', '4'], isArchived: true }],
        teams: [
          { teamId: '3', label: 'North', parentTeamId: null },
          { teamId: '4', label: 'Harbour', parentTeamId: '3' },
        ],
      };
      const account = { portalId: '62515', timeZone: 'Europe/Berlin', currency: 'EUR' };
      await store.storePipelines({ ...PIPELINES, version: 'older' });
      await store.storePipelines(PIPELINES);
      await store.storePeople(people, 1_780_000_000_000);
      await store.storeAccount(account);

      expect(await store.readPipelines()).toEqual(PIPELINES);
      expect(await store.readPeople()).toEqual({ readAt: 1_780_000_000_000, ...people });
      expect(await store.readAccount()).toEqual(account);
    });
  });
}
