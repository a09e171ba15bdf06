import { describe, expect, it } from 'vitest';
import { apiHost, ask } from './api-host.ts';

const description = async () => (await ask(apiHost(), '/v1/openapi.json')).json;

const at = (document: unknown, path: string): unknown =>
  path.split('/').reduce((node, key) => Object(node)[key], document);

describe('GET /v1/openapi.json', () => {
  it('describes every address that the API answers, and no other', async () => {
    const { app } = apiHost();
    const answered = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);

    const described = Object.entries((await description()).paths).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(described.map((each) => each.replaceAll('{', ':').replaceAll('}', '')).toSorted()).toEqual(
      answered.toSorted(),
    );
  });

  it('names each parameter in the address, and says which may be left out', async () => {
    const { paths } = await description();
    const parameters = paths['/v1/deals/{dealId}/insights'].get.parameters;

    expect(parameters.map((each: { name: string }) => each.name)).toEqual(['dealId', 'pipeline', 'stage']);
    expect(parameters.map((each: { required: boolean }) => each.required)).toEqual([true, false, false]);
  });

  it('describes the very schema that answers are held against', async () => {
    const { paths } = await description();
    const schema = paths['/v1/pipelines'].get.responses[200].content['application/json'].schema;

    expect(schema.required).toEqual(['asOf', 'pipelines', 'values']);
    expect(schema.properties.pipelines.items.properties.stages.items.properties.role.enum).toContain('post-win');
  });

  it('refers only to what it contains', async () => {
    const document = await description();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);

    expect(references).not.toEqual([]);
    for (const path of references) {
      expect(at(document, path)).toBeDefined();
    }
  });
});
