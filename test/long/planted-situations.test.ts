import { describe, it } from 'vitest';
import { expectSituationsFound } from '../support/planted/expect-found-situations.ts';

const SEEDS = Array.from({ length: 40 }, (_, place) => place + 1);
const TIMEOUT_MS = 3_600_000;

describe('forty portals with all situations planted', () => {
  it('have each found, with its number in the interval', () => expectSituationsFound(SEEDS), TIMEOUT_MS);
});
