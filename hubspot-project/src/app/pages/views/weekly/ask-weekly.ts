import {
  type ChangesReport,
  type ForecastReport,
  type OverviewReport,
  parseChangesReport,
  parseForecastReport,
  parseOverviewReport,
  parseStalledReport,
  type StalledReport,
} from '@deal-stage-insights/shared';
import { type Answer, askApi } from '@deal-stage-insights/ui';
import type { ReportPlace } from '../../report-place.tsx';

export interface WeeklyReports {
  readonly overview: OverviewReport;
  readonly changes: ChangesReport;
  readonly forecast: ForecastReport;
  readonly stalled: StalledReport;
}

/** The four reports of the sheet as one answer: where one of them is missing, the sheet is. */
export async function askWeekly(
  apiBaseUrl: unknown,
  { pipelinePath, query }: Pick<ReportPlace, 'pipelinePath' | 'query'>,
): Promise<Answer<WeeklyReports>> {
  const { from: _from, to: _to, ...whose } = query;
  const ask = <T>(report: string, parse: (input: unknown) => T, of: ReportPlace['query']) =>
    askApi(apiBaseUrl, { path: `${pipelinePath}/${report}`, query: of, parse });
  const [overview, changes, forecast, stalled] = await Promise.all([
    ask('overview', parseOverviewReport, query),
    ask('changes', parseChangesReport, query),
    ask('forecast', parseForecastReport, whose),
    ask('stalled', parseStalledReport, whose),
  ]);
  if (overview.kind !== 'data') return overview;
  if (changes.kind !== 'data') return changes;
  if (forecast.kind !== 'data') return forecast;
  if (stalled.kind !== 'data') return stalled;
  return {
    kind: 'data',
    data: { overview: overview.data, changes: changes.data, forecast: forecast.data, stalled: stalled.data },
  };
}
