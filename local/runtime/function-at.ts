export type DoorFunction = 'api' | 'reports' | 'webhook';

/** Which function answers a path, as the routes of the HTTP API say it (infra/deal-stage-insights-stack.ts). */
export function functionAt(path: string): DoorFunction {
  if (path.startsWith('/webhooks/')) return 'webhook';
  return /^\/v1\/(pipelines\/[^/]+\/|exports\/)/.test(path) ? 'reports' : 'api';
}
