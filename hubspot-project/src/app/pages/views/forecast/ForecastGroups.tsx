import { type ForecastGroupsReport, type GroupForecast, parseForecastGroups } from '@deal-stage-insights/shared';
import { askApi, Column, LazyAccordion, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useForecastMessages } from '../../messages/forecast.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { usePage } from '../../page-context.tsx';
import { useReportPlace } from '../../report-place.tsx';

/** The forecast by who owns the deals. Asked for when somebody opens it: each look at named reps is logged. */
export function ForecastGroups() {
  const { apiBaseUrl } = usePage();
  const { pipelinePath } = useReportPlace();
  const { groups: words } = useForecastMessages();
  const path = `${pipelinePath}/forecast/groups`;
  const ask = () => askApi(apiBaseUrl, { path, parse: parseForecastGroups });
  return (
    <LazyAccordion title={words.title} question={path} ask={ask}>
      {(report) => <Groups report={report} />}
    </LazyAccordion>
  );
}

function Groups({ report }: { readonly report: ForecastGroupsReport }) {
  const { groups: words } = useForecastMessages();
  const { teams, owners } = report.groups;
  return (
    <Column>
      <Small>{words.note}</Small>
      {teams.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <GroupsTable title={words.team} groups={teams} report={report} />
      )}
      {owners !== null && owners.length > 0 && <GroupsTable title={words.rep} groups={owners} report={report} />}
    </Column>
  );
}

interface GroupsTableProps {
  readonly title: string;
  readonly groups: readonly GroupForecast[];
  readonly report: ForecastGroupsReport;
}

function GroupsTable({ title, groups, report: { currency, horizonDays } }: GroupsTableProps) {
  const messages = useForecastMessages();
  const { groups: words } = messages;
  const { counted, common } = useFrameMessages();
  const { text, number, amount, range } = useColumns<GroupForecast>(currency);
  const columns: readonly FigureColumn<GroupForecast>[] = [
    text(title, ({ id, label }) => label ?? id ?? words.nobody),
    number(
      common.openDeals,
      (row) => row.openDeals,
      undefined,
      (row) => (row.withoutAmount > 0 ? counted.withoutAmount(row.withoutAmount) : null),
    ),
    amount((row) => row.closedQuarter, words.wonInQuarter),
    range(messages.next(horizonDays), (row) => row.next),
    range(words.restOfQuarter, (row) => row.restOfQuarter),
    amount((row) => row.targetQuarter, messages.periods.target),
  ];
  return <FigureTable columns={columns} rows={groups} rowKey={({ id }) => id ?? ''} />;
}
