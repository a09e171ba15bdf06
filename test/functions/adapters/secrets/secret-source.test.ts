import { afterEach, describe, expect, it, vi } from 'vitest';
import { secretSource } from '../../../../functions/adapters/secrets/secret-source.ts';
import { fakeClock } from '../../../support/fakes.ts';
import { type StubAnswer, startHubSpotStub } from '../../../support/hubspot-stub.ts';

const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:hubspot-AbCdEf';

const answer = (secret: unknown): StubAnswer => ({
  status: 200,
  body: { ARN, Name: 'hubspot', SecretString: typeof secret === 'string' ? secret : JSON.stringify(secret) },
});

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

/** Secrets Manager through the real client: the endpoint is configured as for every local engine. */
async function open(script: readonly StubAnswer[]) {
  const stub = await startHubSpotStub(script);
  closing.push(stub.close);
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', stub.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const clock = fakeClock();
  return { stub, clock, source: secretSource({ HUBSPOT_SECRET_ARN: ARN }, clock) };
}

describe('secretSource', () => {
  it('takes the secrets from the configuration when no name is configured', async () => {
    const source = secretSource(
      { HUBSPOT_ACCESS_TOKEN: 't', HUBSPOT_CLIENT_SECRET: 'new', HUBSPOT_CLIENT_SECRET_PREVIOUS: 'old' },
      fakeClock(),
    );

    expect(await source.read()).toEqual({ accessToken: 't', clientSecrets: ['new', 'old'] });
  });

  it('reads the named secret once, for all who ask', async () => {
    const { source, stub } = await open([answer({ HUBSPOT_ACCESS_TOKEN: 't', HUBSPOT_CLIENT_SECRET: 'c' })]);

    await Promise.all([source.read(), source.read()]);

    expect(await source.read()).toEqual({ accessToken: 't', clientSecrets: ['c'] });
    expect(stub.calls).toHaveLength(1);
  });

  it('reads again on demand, at most once a minute', async () => {
    const { source, stub, clock } = await open([
      answer({ HUBSPOT_ACCESS_TOKEN: 'first' }),
      answer({ HUBSPOT_ACCESS_TOKEN: 'second' }),
    ]);
    await source.read();

    expect((await source.readAgain()).accessToken).toBe('first');
    clock.set(clock.now() + 60_000);
    expect((await source.readAgain()).accessToken).toBe('second');
    expect((await source.read()).accessToken).toBe('second');
    expect(stub.calls).toHaveLength(2);
  });

  it('does not keep a failure', async () => {
    const denied = { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
    const { source } = await open([denied, answer({ HUBSPOT_ACCESS_TOKEN: 't' })]);

    await expect(source.read()).rejects.toMatchObject({ code: 'upstream-unavailable' });
    expect((await source.read()).accessToken).toBe('t');
  });

  it.each(['not JSON but top-secret', '{"HUBSPOT_ACCESS_TOKEN":["top-secret"]}', 'null'])(
    'says what the secret must be, and nothing of what it is: %j',
    async (secret) => {
      const { source } = await open([answer(secret)]);
      const failure = await source.read().then(
        () => expect.unreachable(),
        (error: unknown) => (error instanceof Error ? error : expect.unreachable()),
      );

      expect(failure.message).toMatch(/must be JSON with HUBSPOT_ACCESS_TOKEN/);
      expect(`${failure.message} ${String(failure.cause)}`).not.toContain('top-secret');
    },
  );
});
