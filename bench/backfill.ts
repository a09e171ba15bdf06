import { virtualBackfill } from '../test/support/virtual-backfill.ts';
import type { Measurement } from './measurement.ts';

const DEALS = 100_000;
const AGAINST = `simulator in virtual time: ${DEALS.toLocaleString('en')} deals, 300 ms a call, Professional limits`;

/** How long a first load takes against what HubSpot's rate allows, and what live changes feel of it. */
export async function measure(): Promise<Measurement[]> {
  const { dealsRead, seconds, ceilingSeconds, refusedCalls, slowestLiveReadMs } = await virtualBackfill(DEALS);
  if (dealsRead !== DEALS) throw new Error(`The backfill read ${dealsRead} of ${DEALS} deals.`);
  const killed = await virtualBackfill(DEALS, { killEveryMs: 6_321 });
  if (killed.lost > 0) throw new Error(`${killed.lost} deals were lost by kills.`);
  return [
    { name: 'backfill', value: seconds / 60, unit: 'minutes', budget: 15, against: AGAINST },
    {
      name: 'backfill, time against the rate ceiling',
      value: seconds / ceilingSeconds,
      unit: 'ratio',
      budget: 1 / 0.9,
      against: `${ceilingSeconds.toFixed(0)} s for the reads alone`,
    },
    { name: 'backfill, calls refused', value: refusedCalls, unit: 'calls', budget: null, against: AGAINST },
    {
      name: 'live read during a backfill, slowest',
      value: slowestLiveReadMs,
      unit: 'ms',
      budget: 2000,
      against: AGAINST,
    },
    {
      name: 'backfill, read again after a kill, at most',
      value: killed.readAgainMost,
      unit: 'deals',
      budget: 200,
      against: `killed ${killed.kills} times, 0 of ${DEALS.toLocaleString('en')} deals lost, ${(killed.seconds / 60).toFixed(1)} minutes`,
    },
  ];
}
