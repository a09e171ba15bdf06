import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGate } from '../../../../functions/adapters/hubspot/pace.ts';
import { virtualTime } from '../../../support/virtual-time.ts';

describe('openGate', () => {
  it('never lets more begin in any span than it may, and never waits without need', async () => {
    const pace = fc.record({ calls: fc.integer({ min: 1, max: 8 }), intervalMs: fc.integer({ min: 1, max: 500 }) });
    const pauses = fc.array(fc.nat(300), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pace, pauses, async (given, pausesMs) => {
        const timing = virtualTime(0);
        const gate = openGate(given, timing);
        const begun: number[] = [];
        for (const pauseMs of pausesMs) {
          await timing.wait(pauseMs);
          const askedAt = timing.clock.now();
          await gate.enter();
          const earliest = (begun.at(-given.calls) ?? Number.NEGATIVE_INFINITY) + given.intervalMs;
          expect(timing.clock.now()).toBe(Math.max(askedAt, earliest));
          begun.push(timing.clock.now());
        }
      }),
    );
  });

  it('lets nobody in while it is closed', async () => {
    const timing = virtualTime(0);
    const gate = openGate({ calls: 5, intervalMs: 10 }, timing);
    gate.closeUntil(700);
    gate.closeUntil(300);

    await Promise.all([gate.enter(), gate.enter()]);

    expect(timing.clock.now()).toBe(700);
  });
});
