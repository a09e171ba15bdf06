import type { MeasureBand, RepBand, RepRow, RepsReport } from '@deal-stage-insights/shared';
import { Small, useFormats } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useRepsMessages } from '../../messages/reps.ts';

interface RepsTableProps {
  readonly rows: readonly RepRow[];
  readonly report: RepsReport;
}

/** Sorted as the backend sends it: by owner id. Whoever wants a ranking has to ask for it. */
export function RepsTable({ rows, report }: RepsTableProps) {
  const messages = useRepsMessages();
  const { filters, common, behind } = useFrameMessages();
  const { decimal } = useFormats();
  const { deals, estimate, unsorted } = useColumns<RepRow>();
  const nameOf = ({ name, ownerId }: RepRow) =>
    ownerId === report.own?.ownerId ? messages.you : (name ?? filters.rep(ownerId));
  const columns: readonly FigureColumn<RepRow>[] = [
    {
      title: messages.rep,
      sortBy: nameOf,
      cell: (row) => (
        <>
          <Text>{nameOf(row)}</Text>
          {row.isDeparted && <Small>{messages.departed}</Small>}
        </>
      ),
    },
    ...(['owned', 'won', 'lost'] as const).map((count) => {
      const title = count === 'owned' ? messages.owned : common[count];
      return deals(
        title,
        (row) => row[count],
        (row) => ({ cell: `${row.ownerId}:${count}`, title: behind.of(nameOf(row), title) }),
      );
    }),
    {
      title: messages.expected,
      copied: ({ comparison }) => comparison?.difference ?? null,
      cell: ({ comparison }) =>
        comparison === null
          ? report.isCompared
            ? messages.tooFewClosed(report.needed)
            : messages.noBands
          : messages.achievedOf(comparison.achieved, comparison.expected),
    },
    unsorted(
      estimate(
        messages.ratio,
        ({ comparison }) => comparison && comparison.shrunk,
        decimal,
        undefined,
        ({ comparison }) =>
          comparison?.verdict ? { text: messages.verdicts[comparison.verdict], tone: TONES[comparison.verdict] } : null,
      ),
    ),
    unsorted(estimate(messages.pace, (row) => row.pace, decimal)),
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ ownerId }) => ownerId} />;
}

const TONES = { better: 'success', worse: 'warning', 'not-distinguishable': 'default' } as const;

/** Medians of groups with their 10 to 90 % range. */
export function BandsTable({ bands }: { readonly bands: readonly RepBand[] }) {
  const messages = useRepsMessages();
  const { common } = useFrameMessages();
  const { decimal, percent } = useFormats();
  const labelOf = ({ teamId, label }: RepBand) => (teamId === null ? messages.wholePipeline : messages.team(label));
  const columns: readonly FigureColumn<RepBand>[] = [
    {
      title: messages.group,
      copied: labelOf,
      cell: (band) => (
        <>
          <Text>{labelOf(band)}</Text>
          <Small>{messages.repsIn(band.reps)}</Small>
        </>
      ),
    },
    ...(['ratio', 'winRate', 'pace', 'owned'] as const).map(
      (measure): FigureColumn<RepBand> => ({
        title: measure === 'winRate' ? common.winRate : messages[measure],
        align: 'right',
        copied: ({ measures }) => (measures[measure].kind === 'band' ? measures[measure].median : null),
        cell: ({ measures }) => (
          <BandCell band={measures[measure]} format={measure === 'winRate' ? percent : decimal} />
        ),
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
