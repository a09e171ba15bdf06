import type {
  ActionsReport,
  CalibrationReport,
  ChangesReport,
  CoachingReport,
  DealInsights,
  FlowReport,
  FocusReport,
  Erasure,
  EraseRequest,
  ForecastReport,
  BackfillStand,
  Health,
  HygieneReport,
  OverviewReport,
  PipelineList,
  Problem,
  RepsReport,
  SourcesReport,
  StagesReport,
  StalledReport,
  TemplateList,
  TransitionsReport,
  VelocityReport,
  ViewerAnswer,
  WhatIfAnswer,
  WhatIfQuestion,
} from '@deal-stage-insights/shared';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import { PROBLEMS } from '../../../functions/api/problems.ts';
import type { actionsReportSchema } from '../../../functions/api/schemas/actions-report.ts';
import type { calibrationReportSchema } from '../../../functions/api/schemas/calibration-report.ts';
import type { changesReportSchema } from '../../../functions/api/schemas/changes-report.ts';
import type { coachingReportSchema } from '../../../functions/api/schemas/coaching-report.ts';
import type { dealInsightsSchema } from '../../../functions/api/schemas/deal-insights.ts';
import type { flowReportSchema } from '../../../functions/api/schemas/flow-report.ts';
import type { focusReportSchema } from '../../../functions/api/schemas/focus-report.ts';
import type { eraseRequestSchema, erasureSchema } from '../../../functions/api/schemas/erasure.ts';
import type { forecastReportSchema } from '../../../functions/api/schemas/forecast-report.ts';
import type { backfillStandSchema, healthSchema } from '../../../functions/api/schemas/health.ts';
import type { hygieneReportSchema } from '../../../functions/api/schemas/hygiene-report.ts';
import type { overviewReportSchema } from '../../../functions/api/schemas/overview-report.ts';
import type { pipelineListSchema } from '../../../functions/api/schemas/pipelines.ts';
import { problemSchema } from '../../../functions/api/schemas/problem.ts';
import type { repsReportSchema } from '../../../functions/api/schemas/reps-report.ts';
import type { sourcesReportSchema } from '../../../functions/api/schemas/sources-report.ts';
import type { templateListSchema } from '../../../functions/api/schemas/settings-templates.ts';
import type { stagesReportSchema } from '../../../functions/api/schemas/stages-report.ts';
import type { stalledReportSchema } from '../../../functions/api/schemas/stalled-report.ts';
import type { transitionsReportSchema } from '../../../functions/api/schemas/transitions-report.ts';
import type { velocityReportSchema } from '../../../functions/api/schemas/velocity-report.ts';
import type { viewerAnswerSchema } from '../../../functions/api/schemas/viewer.ts';
import type { whatIfAnswerSchema, whatIfQuestionSchema } from '../../../functions/api/schemas/what-if.ts';

/** What a schema lets through, read-only as the contract's types are. */
type Answer<S extends z.core.$ZodType> = ReadOnly<z.output<S>>;
type ReadOnly<T> = T extends object ? { readonly [K in keyof T]: ReadOnly<T[K]> } : T;

describe('the schemas of answers', () => {
  it('are the types of the contract, neither wider nor narrower', () => {
    expectTypeOf<Answer<typeof dealInsightsSchema>>().toEqualTypeOf<ReadOnly<DealInsights>>();
    expectTypeOf<Answer<typeof viewerAnswerSchema>>().toEqualTypeOf<ReadOnly<ViewerAnswer>>();
    expectTypeOf<Answer<typeof coachingReportSchema>>().toEqualTypeOf<ReadOnly<CoachingReport>>();
    expectTypeOf<Answer<typeof templateListSchema>>().toEqualTypeOf<ReadOnly<TemplateList>>();
    expectTypeOf<Answer<typeof stagesReportSchema>>().toEqualTypeOf<ReadOnly<StagesReport>>();
    expectTypeOf<Answer<typeof hygieneReportSchema>>().toEqualTypeOf<ReadOnly<HygieneReport>>();
    expectTypeOf<Answer<typeof stalledReportSchema>>().toEqualTypeOf<ReadOnly<StalledReport>>();
    expectTypeOf<Answer<typeof focusReportSchema>>().toEqualTypeOf<ReadOnly<FocusReport>>();
    expectTypeOf<Answer<typeof changesReportSchema>>().toEqualTypeOf<ReadOnly<ChangesReport>>();
    expectTypeOf<Answer<typeof overviewReportSchema>>().toEqualTypeOf<ReadOnly<OverviewReport>>();
    expectTypeOf<Answer<typeof transitionsReportSchema>>().toEqualTypeOf<ReadOnly<TransitionsReport>>();
    expectTypeOf<Answer<typeof actionsReportSchema>>().toEqualTypeOf<ReadOnly<ActionsReport>>();
    expectTypeOf<Answer<typeof sourcesReportSchema>>().toEqualTypeOf<ReadOnly<SourcesReport>>();
    expectTypeOf<Answer<typeof flowReportSchema>>().toEqualTypeOf<ReadOnly<FlowReport>>();
    expectTypeOf<Answer<typeof velocityReportSchema>>().toEqualTypeOf<ReadOnly<VelocityReport>>();
    expectTypeOf<Answer<typeof forecastReportSchema>>().toEqualTypeOf<ReadOnly<ForecastReport>>();
    expectTypeOf<Answer<typeof calibrationReportSchema>>().toEqualTypeOf<ReadOnly<CalibrationReport>>();
    expectTypeOf<Answer<typeof whatIfAnswerSchema>>().toEqualTypeOf<ReadOnly<WhatIfAnswer>>();
    expectTypeOf<Answer<typeof whatIfQuestionSchema>>().toEqualTypeOf<ReadOnly<WhatIfQuestion>>();
    expectTypeOf<Answer<typeof repsReportSchema>>().toEqualTypeOf<ReadOnly<RepsReport>>();
    expectTypeOf<Answer<typeof pipelineListSchema>>().toEqualTypeOf<ReadOnly<PipelineList>>();
    expectTypeOf<Answer<typeof healthSchema>>().toEqualTypeOf<ReadOnly<Health>>();
    expectTypeOf<Answer<typeof backfillStandSchema>>().toEqualTypeOf<ReadOnly<BackfillStand>>();
    expectTypeOf<Answer<typeof eraseRequestSchema>>().toEqualTypeOf<ReadOnly<EraseRequest>>();
    expectTypeOf<Answer<typeof erasureSchema>>().toEqualTypeOf<ReadOnly<Erasure>>();
    expectTypeOf<Answer<typeof problemSchema>>().toEqualTypeOf<ReadOnly<Problem>>();
  });

  it('know every code of a problem', () => {
    expect(problemSchema.shape.code.options.toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  });
});
