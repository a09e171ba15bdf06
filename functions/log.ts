import { Logger } from '@aws-lambda-powertools/logger';
import type { Env } from './env.ts';
import { AppError, type Metric } from './errors.ts';
import { systemClock } from './system-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Structured lines for operators. Fields name ids of requests, shards and pipelines: never people, deals' contents or tokens. */
export interface Log {
  info(message: string, fields: Fields): void;
  warn(message: string, fields: Fields): void;
  error(message: string, fields: Fields & { readonly error: unknown }): void;
}

export function createLog(service: string, level: Env['LOG_LEVEL']): Log {
  const logger = new Logger({ serviceName: service, logLevel: level });
  return {
    info: (message, fields) => logger.info(message, fields),
    warn: (message, fields) => logger.warn(message, fields),
    error: (message, { error, ...fields }) =>
      logger.error(message, { ...fields, ...metricOf(error), error: asError(error) }),
  };
}

/** Fields that make CloudWatch take a figure out of a log line (its embedded metric format): no call, no permission. */
export function metricFields(metric: Metric, value: number): Fields {
  const CloudWatchMetrics = [{ Namespace: 'DealStageInsights', Dimensions: [[]], Metrics: [{ Name: metric }] }];
  return { _aws: { Timestamp: systemClock.now(), CloudWatchMetrics }, [metric]: value };
}

const metricOf = (error: unknown): Fields =>
  error instanceof AppError && error.metric !== null ? metricFields(error.metric, 1) : {};

const NOT_SHOWN = 'What was read is not JSON.';

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? withoutQuotes(thrown) : new Error(`Thrown: ${typeof thrown}.`);

/** JSON.parse says what it could not read by quoting it, and that may be a deal. */
function withoutQuotes(error: Error): Error {
  const cause = error.cause instanceof Error ? withoutQuotes(error.cause) : error.cause;
  const isQuoting = error instanceof SyntaxError;
  if (!isQuoting && cause === error.cause) return error;
  const shown = new Error(isQuoting ? NOT_SHOWN : error.message, { cause });
  shown.name = error.name;
  shown.stack = (error.stack ?? '').replace(error.message, shown.message);
  return shown;
}
