import type { ServedReport } from '../rollup/served-reports.ts';
import { EVERYONE, LEADERS, type Role } from './access.ts';

export type ReportOperationId = `read${Capitalize<ServedReport>}Report`;

export interface ReportOperation {
  readonly operationId: ReportOperationId;
  readonly summary: string;
  readonly readers: readonly Role[];
}

/** How the API shows each report: `GET /v1/pipelines/{id}/{name}`. */
export const REPORT_OPERATIONS: Readonly<Record<ServedReport, ReportOperation>> = {
  overview: {
    operationId: 'readOverviewReport',
    summary: 'How the period went, figure by figure, against the one before it. Names no person.',
    readers: LEADERS,
  },
  stages: {
    operationId: 'readStagesReport',
    summary:
      'Time in each stage, where visits went, how many go on, what was typed against what was measured, and where it clogs. Names no person.',
    readers: EVERYONE,
  },
  transitions: {
    operationId: 'readTransitionsReport',
    summary:
      'Where deals went from each stage, where they came back, and where and why they were lost. Names no person.',
    readers: LEADERS,
  },
  sources: {
    operationId: 'readSourcesReport',
    summary: 'What becomes of the deals of each lead source, stage by stage. Names no person.',
    readers: LEADERS,
  },
  flow: {
    operationId: 'readFlowReport',
    summary: 'What came into each stage, left it and lay in it; and whether work piles up there. Names no person.',
    readers: LEADERS,
  },
  stalled: {
    operationId: 'readStalledReport',
    summary:
      'The deals that have been in their stage for too long, by what is at stake, why, what to do next, and what the flag was worth so far. Names deals, no person.',
    readers: LEADERS,
  },
  focus: {
    operationId: 'readFocusReport',
    summary:
      'The open deals most worth working on, by what is at stake, why, and what to do next; parked deals, and lost ones to win back with the measured share that were. Made on request. Names deals, no person.',
    readers: LEADERS,
  },
  hygiene: {
    operationId: 'readHygieneReport',
    summary:
      'What is wrong with the records, a score, the cases, and what faulty moves do to the figures. Names deals, no person.',
    readers: LEADERS,
  },
  changes: {
    operationId: 'readChangesReport',
    summary:
      'The open pipeline then and now, and the steps between that sum to the difference. Names deals, no person.',
    readers: LEADERS,
  },
  actions: {
    operationId: 'readActionsReport',
    summary:
      'What was done about the stages, and each stage before and after it beside the pipeline’s other stages. Of stages as a whole: takes no owner and no team. Names no person.',
    readers: LEADERS,
  },
  velocity: {
    operationId: 'readVelocityReport',
    summary: 'What the pipeline earns a day, and which of its four factors made the difference. Names no person.',
    readers: LEADERS,
  },
  forecast: {
    operationId: 'readForecastReport',
    summary: 'What will be won by when: closed, open deals and deals to come, by month and quarter. Names no person.',
    readers: LEADERS,
  },
  calibration: {
    operationId: 'readCalibrationReport',
    summary:
      'How good the win probabilities were, once it was known what came, and which one is shown. Names no person.',
    readers: LEADERS,
  },
};
