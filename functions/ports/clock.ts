import type { EpochMs } from '@deal-stage-insights/shared';

export interface Clock {
  now(): EpochMs;
}
