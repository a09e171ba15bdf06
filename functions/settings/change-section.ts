import type { Settings, SettingsSection } from '@deal-stage-insights/shared';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { RollupQueue } from '../ports/queues.ts';
import type { SectionState, SettingsStore } from '../ports/settings-store.ts';

export interface ChangeSectionDeps {
  readonly settingsStore: Pick<SettingsStore, 'readSettings' | 'storeSection'>;
  readonly rollupQueue: RollupQueue;
  readonly clock: Clock;
}

interface Change<S extends SettingsSection> {
  readonly section: S;
  readonly value: Settings[S];
  /** What the page had read. */
  readonly version: number;
  readonly userId: string;
}

const ANY_SHARD = 0; // Rollup holds the reports of every pipeline against their inputs, whichever shard it is asked for.

/**
 * Stores a section, unless somebody else changed it since the page read it, and tells rollup: reports may depend on it, blocks
 * do not. The same value again is no change: HubSpot repeats a request that failed half-way. The queue is told then too.
 */
export async function changeSection<S extends SettingsSection>(
  { settingsStore, rollupQueue, clock }: ChangeSectionDeps,
  { section, value, version, userId }: Change<S>,
): Promise<SectionState<S>> {
  const before: SectionState<S> = (await settingsStore.readSettings())[section];
  const changedAt = clock.now();
  const isSame = isDeepStrictEqual(before.value, value);
  if (!isSame) {
    const update = { section, value, changedAt, changedByUserId: userId };
    if ((await settingsStore.storeSection(update, version)) === 'lost-race') throw changed(section);
  }
  await rollupQueue.sendShards([ANY_SHARD]);
  return isSame ? before : { version: version + 1, changedAt, changedByUserId: userId, value };
}

function changed(section: SettingsSection): AppError {
  return new AppError(
    'conflict',
    `The settings "${section}" were changed meanwhile: read them again, then change them.`,
  );
}
