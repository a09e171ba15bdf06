import { describe, expect, it } from 'vitest';
import { feedAll, SURFACES } from './battery.ts';
import { hubspotDealSource, LIVE } from '../../functions/adapters/hubspot/deal-source.ts';
import { answerDelivery } from '../../functions/webhook/answer-delivery.ts';
import { apiHost, ask } from '../functions/api/api-host.ts';
import { startHubSpotStub } from '../support/hubspot-stub.ts';
import { fakeClock, fakeQueues, fakeSecrets, silentLog } from '../support/fakes.ts';
import { virtualTime } from '../support/virtual-time.ts';
import { NASTY_TEXTS } from './nasty.ts';
import { aDelivery } from './webhook-surface.ts';

const INPUTS = 1_500; // In all.

describe('bad input', () => {
  it.each(SURFACES)('ends in an answer of ours: $open.name', async ({ share, open }) => {
    const surface = await open();

    await expect(feedAll(surface, Math.max(NASTY_TEXTS.length, INPUTS * share))).resolves.toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('input that is too large', () => {
  const MEGABYTES_10 = 10 * 1024 * 1024;

  it('is refused at the webhook before its signature is looked at', async () => {
    const deps = { ingestQueue: fakeQueues(), secretSource: fakeSecrets(), clock: fakeClock(), log: silentLog };
    const body = `[${' '.repeat(MEGABYTES_10)}]`;

    const { statusCode } = await answerDelivery(
      { ...deps, takesV1: false, publicBaseUrl: 'https://insights.example.com', portalId: '62515' },
      aDelivery({ body, headers: {} }),
    );

    expect(statusCode).toBe(413);
  });

  it('is refused at the API before it is read', async () => {
    const body = 'x'.repeat(MEGABYTES_10);

    const { status } = await ask(apiHost(), '/v1/settings/visibility', { method: 'PUT', body });

    expect(status).toBe(413);
  });

  it('is not read to its end where HubSpot answers it, and not asked for again as it is', async () => {
    const stub = await startHubSpotStub([{ status: 200, body: { results: ['x'.repeat(4 * MEGABYTES_10)] } }]);
    const secrets = fakeSecrets();
    const source = hubspotDealSource({ baseUrl: stub.url, secrets, timing: virtualTime(), manners: LIVE });

    await expect(source.readDeals(['1'])).rejects.toMatchObject({ code: 'upstream-unavailable', retryAfterMs: null });
    expect(stub.calls).toHaveLength(1);
    await stub.close();
  });
});
