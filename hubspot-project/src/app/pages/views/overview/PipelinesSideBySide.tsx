import {
  type OverviewFigureId,
  type OverviewReport,
  parseOverviewReport,
  type PipelineView,
} from '@deal-stage-insights/shared';
import { type Answer, askApi, LazyAccordion, pathOf, Small } from '@deal-stage-insights/ui';
import { Tag, Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { textColumn } from '../../components/plain-columns.tsx';
import { changeTone } from '../../figures/overview.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useOverviewMessages } from '../../messages/overview.ts';
import { usePage } from '../../page-context.tsx';
import { useReportPlace } from '../../report-place.tsx';
import { useValueText } from './use-value-text.ts';
import { useVerdicts } from './use-verdicts.ts';

const COMPARED = [
  'open-value',
  'won-value',
  'win-rate',
  'cycle-days',
  'velocity',
] as const satisfies OverviewFigureId[];

interface PipelineRow extends PipelineView {
  /** Null: it has none yet, or it could not be read. */
  readonly report: OverviewReport | null;
}

/** The same figures of every pipeline, each by its own deals: none is measured by the usual of another. */
export function PipelinesSideBySide({ currency }: Pick<OverviewReport, 'currency'>) {
  const { apiBaseUrl, pipelines } = usePage();
  const { query } = useReportPlace();
  const { sideBySide } = useOverviewMessages();
  if (pipelines.shown.status !== 'data' || pipelines.shown.data.pipelines.length < 2) return null;
  const all = pipelines.shown.data.pipelines;
  const ask = async (): Promise<Answer<readonly PipelineRow[]>> => {
    const answers = await Promise.all(
      all.map(({ pipelineId }) =>
        askApi(apiBaseUrl, { path: pathOf`/v1/pipelines/${pipelineId}/overview`, query, parse: parseOverviewReport }),
      ),
    );
    const rows = all.map((pipeline, place): PipelineRow => {
      const answer = answers[place];
      return { ...pipeline, report: answer?.kind === 'data' ? answer.data : null };
    });
    const failed = answers.find(({ kind }) => kind === 'failed');
    return failed?.kind === 'failed' && rows.every(({ report }) => report === null)
      ? failed
      : { kind: 'data', data: rows };
  };
  return (
    <LazyAccordion title={sideBySide} question={JSON.stringify(query)} ask={ask}>
      {(rows) => <PipelinesTable rows={rows} currency={currency} />}
    </LazyAccordion>
  );
}

interface PipelinesTableProps extends Pick<OverviewReport, 'currency'> {
  readonly rows: readonly PipelineRow[];
}

function PipelinesTable({ rows, currency }: PipelinesTableProps) {
  const { figures: texts } = useOverviewMessages();
  const { filters } = useFrameMessages();
  const verdicts = useVerdicts();
  const text = useValueText(currency);
  const columns = COMPARED.map((id): FigureColumn<PipelineRow> => {
    const of = ({ report }: PipelineRow) => report?.figures.find(({ figure }) => figure === id);
    return {
      title: texts[id],
      sortBy: (row) => {
        const now = of(row)?.now;
        return now === undefined || now.kind === 'insufficient' ? null : now.value;
      },
      cell: (row) => {
        const figure = of(row);
        if (figure === undefined) return '–';
        const { value, evidence } = text(figure, figure.now);
        const { verdict } = figure.change;
        return (
          <>
            <Text>{value}</Text>
            <Small>{evidence}</Small>
            {(verdict === 'up' || verdict === 'down') && <Tag variant={changeTone(figure)}>{verdicts[verdict]}</Tag>}
          </>
        );
      },
    };
  });
  return (
    <FigureTable
      columns={[textColumn<PipelineRow>(filters.pipeline, (row) => row.label), ...columns]}
      rows={rows}
      rowKey={({ pipelineId }) => pipelineId}
    />
  );
}
