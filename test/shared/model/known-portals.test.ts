import { describe, it } from 'vitest';
import {
  expectEffectsFound,
  expectFaultsFound,
  expectFewFalseVerdicts,
  expectNominalIntervals,
} from '../../support/expect-known-portals.ts';

/** `npm run test:long` asks a thousand. */
const PORTALS = 12;

describe('portals whose truth is known', () => {
  it('lie within the intervals as often as these say', () => expectNominalIntervals(PORTALS));

  it('get few verdicts where nothing happened', () => expectFewFalseVerdicts(PORTALS));

  it('get the right verdict on a slow stage, a mis-typed stage and a weak rep', () => expectFaultsFound(PORTALS));

  it('tell of what was planted after a corrective action', () => expectEffectsFound(PORTALS));
});
