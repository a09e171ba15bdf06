import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoReferenceStore } from '../adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../adapters/dynamodb/snooze-store.ts';
import { openTable } from '../adapters/dynamodb/table.ts';
import { secretSource } from '../adapters/secrets/secret-source.ts';
import { createApp, warmParts } from '../api/app.ts';
import { lazyQuestions } from '../api/lazy-questions.ts';
import type { ReportApiDeps } from '../api/report-api-routes.ts';
import { reportRoutes } from '../api/routes/reports.ts';
import { warm } from '../api/warm-cache.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadOwnerNames } from '../ports/owner-names.ts';
import { SERVED_REPORTS } from '../rollup/served-reports.ts';
import { systemClock } from '../system-clock.ts';

const NAMES_KEPT_MS = 600_000;

/**
 * The function that the analytics page asks. It only reads, and holds a pipeline's blocks: a card waits for neither. Stored
 * reports are answered as soon as it has started; what makes reports, and all other routes, are loaded by the first request
 * that needs them.
 */
export function composeReports(env: Env, clock: Clock = systemClock) {
  const table = openTable({ name: env.TABLE_NAME, portalId: env.PORTAL_ID, clock });
  const deps: ReportApiDeps = {
    reportStore: dynamoReportStore(table),
    referenceStore: dynamoReferenceStore(table),
    blockStore: dynamoBlockStore(table),
    settingsStore: dynamoSettingsStore(table),
    snoozeStore: dynamoSnoozeStore(table),
    erasing: { erasures: dynamoErasureStore(table) },
    readOwnerNames: lazyOwnerNames(env, clock),
    secretSource: secretSource(env, clock),
    clock,
    log: createLog('reports', env.LOG_LEVEL),
    installation: {
      portalId: env.PORTAL_ID,
      appId: env.APP_ID,
      publicBaseUrl: env.PUBLIC_BASE_URL,
      adminEmails: env.ADMIN_EMAILS,
    },
  };
  const warmed = warmParts(deps);
  const all = { ...deps, ...warmed };
  const ask = lazyQuestions(all);
  const answerOfReports = handle(createApp(deps, warmed, reportRoutes(all, ask)));
  let loaded: Promise<typeof answerOfReports> | undefined;
  const load = async () => {
    const { reportApiRoutes } = await import('../api/report-api-routes.ts');
    return handle(createApp(deps, warmed, reportApiRoutes(all, ask)));
  };
  return async (event: LambdaEvent, context?: LambdaContext) => {
    const answer = isOfReports(event) ? answerOfReports : await (loaded ??= load());
    return answer(event, context);
  };
}

const REPORT_NAMES: ReadonlySet<string> = new Set(SERVED_REPORTS);

/** `/v1/pipelines/{pipelineId}/{report}` */
function isOfReports(event: LambdaEvent): boolean {
  const [name = '', , pipelines] = 'rawPath' in event ? event.rawPath.split('/').toReversed() : [];
  return pipelines === 'pipelines' && REPORT_NAMES.has(name);
}

/** Names are shown to managers, by an admin's switch. They stay in the process for a while, and are stored nowhere. */
function lazyOwnerNames(env: Env, clock: Clock): ReadOwnerNames {
  return warm(
    async () => {
      const { ownerNames } = await import('../adapters/hubspot/owner-names.ts');
      return ownerNames({ baseUrl: env.HUBSPOT_API_URL, secrets: secretSource(env, clock), clock });
    },
    clock,
    NAMES_KEPT_MS,
  );
}
