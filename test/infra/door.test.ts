import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { REPORT_API_OPERATIONS } from '../../functions/api/report-api-operations.ts';
import { functionAt } from '../../local/runtime/function-at.ts';
import { apiHost } from '../functions/api/api-host.ts';
import { synthesised } from './template.ts';

const routeSchema = z.object({
  Properties: z.object({ RouteKey: z.string(), Target: z.unknown() }),
});
const routes = Object.values(synthesised().findResources('AWS::ApiGatewayV2::Route')).map((route) => {
  const { RouteKey, Target } = routeSchema.parse(route).Properties;
  const [method = '', path = ''] = RouteKey.split(' ');
  const integration = /(Api|Reports|Webhook)Integration/.exec(JSON.stringify(Target))?.[1];
  return { method, path, function: integration?.toLowerCase() };
});

/** As API Gateway chooses: of the routes that match, the one with the longest literal beginning. */
function functionInAws(method: string, path: string): string | undefined {
  const pattern = (route: string) =>
    new RegExp(`^${route.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return routes
    .filter((route) => route.method === method && pattern(route.path).test(path))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.function;
}

const { api, reports } = apiHost().routes;
const address = (path: string): string => path.replaceAll(/\{\w+\}/g, '1');

describe('the one door', () => {
  it.each([
    ...api.map(({ operation }) => ['api', operation.operationId, operation] as const),
    ...reports.map(({ operation }) => ['reports', operation.operationId, operation] as const),
  ])('leads to %s what it answers, at AWS and on a laptop: %s', (name, _, { method, path }) => {
    expect(functionInAws(method.toUpperCase(), address(path))).toBe(name);
    expect(functionAt(address(path))).toBe(name);
  });

  it('leads webhooks to their own function', () => {
    expect(functionInAws('POST', '/webhooks/hubspot')).toBe('webhook');
    expect(functionAt('/webhooks/hubspot')).toBe('webhook');
  });

  it('describes each operation of the reports, and none that nobody answers', () => {
    expect(REPORT_API_OPERATIONS).toEqual(reports.map(({ operation }) => operation));
  });
});
