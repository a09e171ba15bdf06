import { describe, it } from 'vitest';
import {
  expectEffectsFound,
  expectFaultsFound,
  expectFewFalseVerdicts,
  expectNominalIntervals,
} from '../support/expect-known-portals.ts';

const PORTALS = 1000;
const TIMEOUT_MS = 3_600_000;

describe('a thousand portals whose truth is known', () => {
  it('lie within the intervals as often as these say', () => expectNominalIntervals(PORTALS), TIMEOUT_MS);

  it('get few verdicts where nothing happened', () => expectFewFalseVerdicts(PORTALS), TIMEOUT_MS);

  it(
    'get the right verdict on a slow stage, a mis-typed stage and a weak rep',
    () => expectFaultsFound(PORTALS),
    TIMEOUT_MS,
  );

  it('tell of what was planted after a corrective action', () => expectEffectsFound(PORTALS), TIMEOUT_MS);
});
