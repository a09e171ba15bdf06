import type { MeasureBand, RepBand, RepComparisonView, RepRow, RepsReport } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useRepsMessages } from '../../messages/reps.ts';
import { numberColumn } from '../../components/columns.tsx';

interface RepsTableProps {
  readonly rows: readonly RepRow[];
  readonly report: RepsReport;
}

/** Sorted as the backend sends it: by owner id. Whoever wants a ranking has to ask for it. */
export function RepsTable({ rows, report }: RepsTableProps) {
  const messages = useRepsMessages();
  const { count, decimal } = useFormats();
  const nameOf = ({ name, ownerId }: RepRow) => name ?? messages.noName(ownerId);
  const columns: readonly FigureColumn<RepRow>[] = [
    {
      id: 'rep',
      title: messages.rep,
      sortBy: nameOf,
      cell: (row) => (
        <>
          <Text>{nameOf(row)}</Text>
          {row.isDeparted && <Small>{messages.departed}</Small>}
        </>
      ),
    },
    numberColumn({ id: 'owned', title: messages.owned, of: ({ owned }) => owned, format: count }),
    {
      id: 'won',
      title: messages.won,
      copied: ({ won, lost }) => messages.wonAndLost(won, lost),
      cell: ({ won, lost }) => messages.wonAndLost(won, lost),
    },
    {
      id: 'expected',
      title: messages.expected,
      copied: ({ comparison }) => comparison?.difference ?? null,
      cell: ({ comparison }) =>
        comparison === null
          ? report.isCompared
            ? messages.tooFewClosed(report.needed)
            : messages.noBands
          : messages.achievedOf(comparison.achieved, comparison.expected),
    },
    {
      id: 'ratio',
      title: messages.ratio,
      copied: ({ comparison }) => (comparison === null ? null : estimateValue(comparison.shrunk)),
      cell: ({ comparison }) => (comparison === null ? '–' : <ComparisonCell comparison={comparison} />),
    },
    {
      id: 'pace',
      title: messages.pace,
      copied: ({ pace }) => (pace === null ? null : estimateValue(pace)),
      cell: ({ pace }) => (pace === null ? '–' : <EstimateCell estimate={pace} format={decimal} />),
    },
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ ownerId }) => ownerId} />;
}

const TONES = { better: 'success', worse: 'warning', 'not-distinguishable': 'default' } as const;

function ComparisonCell({ comparison }: { readonly comparison: RepComparisonView }) {
  const { verdicts } = useRepsMessages();
  const { decimal } = useFormats();
  const { shrunk, verdict } = comparison;
  return (
    <Flex direction="column" gap="xs" align="start">
      <EstimateCell estimate={shrunk} format={decimal} />
      {verdict !== null && <Tag variant={TONES[verdict]}>{verdicts[verdict]}</Tag>}
    </Flex>
  );
}

/** Medians of groups with their 10 to 90 % range. */
export function BandsTable({ bands }: { readonly bands: readonly RepBand[] }) {
  const messages = useRepsMessages();
  const { decimal, percent } = useFormats();
  const labelOf = ({ teamId, label }: RepBand) => (teamId === null ? messages.wholePipeline : messages.team(label));
  const measures = [
    { id: 'ratio', title: messages.ratio, format: decimal },
    { id: 'winRate', title: messages.winRate, format: percent },
    { id: 'pace', title: messages.pace, format: decimal },
    { id: 'owned', title: messages.owned, format: decimal },
  ] as const;
  const columns: readonly FigureColumn<RepBand>[] = [
    {
      id: 'group',
      title: messages.group,
      copied: labelOf,
      cell: (band) => (
        <>
          <Text>{labelOf(band)}</Text>
          <Small>{messages.repsIn(band.reps)}</Small>
        </>
      ),
    },
    ...measures.map(
      ({ id, title, format }): FigureColumn<RepBand> => ({
        id,
        title,
        copied: ({ measures: all }) => (all[id].kind === 'band' ? all[id].median : null),
        cell: ({ measures: all }) => <BandCell band={all[id]} format={format} />,
      }),
    ),
  ];
  return <FigureTable columns={columns} rows={bands} rowKey={({ teamId }) => teamId ?? ''} />;
}

interface BandCellProps {
  readonly band: MeasureBand;
  readonly format: (value: number) => string;
}

function BandCell({ band, format }: BandCellProps) {
  const messages = useRepsMessages();
  if (band.kind === 'too-few') return <Small>{messages.tooFew}</Small>;
  return (
    <>
      <Text>{format(band.median)}</Text>
      <Small>{messages.range(format(band.low), format(band.high))}</Small>
    </>
  );
}
