import { webhookBurst } from '../test/support/webhook-burst.ts';
import { type Measurement, median } from './measurement.ts';

const ROUNDS = 20;
const AGAINST = `${ROUNDS} bursts of 50 deliveries at a time, 100 events each; sender and queue in a thread of their own`;

/** How long HubSpot waits for an answer when many changes are made at once. */
export async function measure(): Promise<Measurement[]> {
  const { webhookMs, emptyMs, lost } = await webhookBurst(ROUNDS);
  if (lost > 0) throw new Error(`${lost} deals were lost.`);
  const p99 = webhookMs.toSorted((a, b) => a - b)[Math.ceil(webhookMs.length * 0.99) - 1] ?? Number.NaN;
  return [
    { name: 'webhook in a burst, 99th percentile', value: p99, unit: 'ms', budget: 250, against: AGAINST },
    {
      name: 'webhook in a burst, middle',
      value: median(webhookMs) / median(emptyMs),
      unit: 'ratio',
      budget: null,
      against: `an empty Hono handler in the same run (${median(webhookMs).toFixed(1)} ms against ${median(emptyMs).toFixed(1)} ms)`,
    },
  ];
}
