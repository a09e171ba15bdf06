import type { EpochMs } from '@deal-stage-insights/shared';
import type { Clock } from '../../ports/clock.ts';

const KNOWN_FOR_MS = 600_000; // What is left grows again at the account's midnight, and others use it up: ask now and then.

/** How many calls HubSpot still answers the account today, as its answers say, and how many of them are not ours to take. */
export interface DailyCalls {
  learn(headers: Headers): void;
  areKeptForOthers(): boolean;
}

export function openDailyCalls(reserve: number, clock: Clock): DailyCalls {
  let lowSince: EpochMs | null = null;
  return {
    learn(headers) {
      const numberIn = (name: string) => Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? Number.NaN);
      const [perDay, remaining] = [numberIn('daily'), numberIn('daily-remaining')];
      if (!(perDay >= 1 && remaining >= 0)) return; // Searches say nothing of it.
      lowSince = remaining < perDay * reserve ? clock.now() : null;
    },
    areKeptForOthers: () => lowSince !== null && clock.now() - lowSince < KNOWN_FOR_MS,
  };
}
