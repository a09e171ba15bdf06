import { describe, expect, it } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { apiHost, ask } from './api-host.ts';

const failing = (error: unknown) => apiHost({ referenceStore: { readPipelines: () => Promise.reject(error) } });

describe('problem answers', () => {
  it('say of an unknown address no more than that nothing is there', async () => {
    const { status, headers, json } = await ask(apiHost(), '/v1/nothing');

    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({ status: 404, code: 'not-found', detail: 'There is nothing at this address.' });
  });

  it('name the methods that an address takes', async () => {
    const { status, headers, json } = await ask(apiHost(), '/v1/pipelines/default/stages', { method: 'DELETE' });

    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD');
    expect(json.code).toBe('method-not-allowed');
  });

  it('hold nothing internal when something unexpected breaks, while the log has it under the request id', async () => {
    const cause = new Error('table prod-deals, key 62515#deals');
    const host = failing(cause);

    const { status, json, text } = await ask(host, '/v1/pipelines');

    expect(status).toBe(500);
    expect(json.code).toBe('internal');
    expect(text).not.toMatch(/prod-deals|62515|at .*\.ts/);
    expect(host.lines).toContainEqual({
      message: 'failed',
      fields: { requestId: json.instance, code: 'internal', error: cause },
    });
  });

  it('say how long to wait when HubSpot asks for it', async () => {
    const busy = new AppError('upstream-unavailable', 'HubSpot is busy.', { retryAfterMs: 1500 });

    const { status, headers, json } = await ask(failing(busy), '/v1/pipelines');

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(json.detail).toBe('HubSpot is busy.');
  });

  it('link to the explanation of their code in the API’s own description', async () => {
    const { json } = await ask(apiHost(), '/v1/nothing');
    const document = await ask(apiHost(), '/v1/openapi.json');
    const [address, pointer = ''] = json.type.split('#');

    const explained = pointer
      .split('/')
      .slice(1)
      .reduce((node: unknown, key: string) => Object(node)[key], document.json);

    expect(address).toBe('https://api.example.com/v1/openapi.json');
    expect(explained).toMatchObject({ status: 404 });
  });
});
