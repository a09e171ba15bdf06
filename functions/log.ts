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

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
