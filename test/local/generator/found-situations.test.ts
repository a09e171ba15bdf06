import { describe, it } from 'vitest';
import { expectSituationsFound } from '../../support/planted/expect-found-situations.ts';

/** `npm run test:long` asks forty portals. */
const SEEDS = [1];

describe('the situations of a generated portal', () => {
  it(
    'are found by the reports and rules meant to, each with its number in the interval',
    () => expectSituationsFound(SEEDS),
    120_000,
  );
});
