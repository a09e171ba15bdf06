import type { CalibrationReport } from '../contract/calibration-report.ts';
import { reportHead } from './report-head.ts';
import type { ReportQuestion } from './report-question.ts';

/**
 * How good are the win probabilities of a pipeline? What they would have been in its past and what was really said, each
 * held against what came; and whether the life table or the stage rate is shown because of it.
 * @example calibrationReport(question).promotion.reason // 'proven'
 */
export function calibrationReport(question: ReportQuestion): CalibrationReport {
  const { backtest, frozen, promotion } = question.judged();
  return { ...reportHead(question), horizonDays: question.horizonDays, promotion, backtest, frozen };
}
