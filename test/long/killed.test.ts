import { describe, expect, it } from 'vitest';
import { runKilled } from '../chaos/killed/killed-run.ts';
import { differences } from '../chaos/killed/seen.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);

describe('a thousand changes while processes are killed, HubSpot fails over real sockets, and webhooks get lost', () => {
  it.each(SEEDS)('leave the same as a run in peace, byte for byte (%i)', async (seed) => {
    const { clean, killed, kills, crashes, faults, erasedLeft } = await runKilled({
      seed,
      operations: 1_000,
      callsMost: 600,
    });
    console.log(JSON.stringify({ seed, kills, faults }));

    expect(differences(clean.seen, killed.seen)).toEqual([]);
    expect(crashes).toEqual([]);
    expect(erasedLeft).toBe(0);
    expect(killed.health).toMatchObject({ status: 'ok', mismatches: 0, shardsBehind: 0, deadLetters: { count: 0 } });
    expect(killed.health.reconcile?.sweep).toMatchObject({ repaired: 0, missing: 0 });
    expect(kills).toBeGreaterThanOrEqual(5);
  });
});
