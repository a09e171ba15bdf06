import { describe, expect, it } from 'vitest';
import { webhookBurst } from '../support/webhook-burst.ts';

describe('a burst of webhooks', () => {
  it('is taken as a whole: 50 deliveries of 100 events at a time, none refused, none lost', async () => {
    const { statuses, lost } = await webhookBurst(2);

    expect([...statuses]).toEqual([204]);
    expect(lost).toBe(0);
  });
});
