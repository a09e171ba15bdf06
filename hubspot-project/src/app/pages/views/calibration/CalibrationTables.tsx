import type { CalibrationScores, Estimate, ReliabilityPoint, StageCalibration } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { saidVerdict, skillVerdict } from '../../figures/calibration.ts';
import { useCalibrationMessages } from '../../messages/calibration.ts';

interface Said {
  readonly meanForecast: number;
  readonly seen: Estimate;
}

const FIT_TONES = { fits: 'success', 'too-high': 'warning', 'too-low': 'info' } as const;

/** What was said, and what was seen, with whether the two fit. */
function useSaidAndSeen(): readonly FigureColumn<Said>[] {
  const { reliability, fit } = useCalibrationMessages();
  const { percent } = useFormats();
  const { number, estimate } = useColumns<Said>();
  const verdictOf = ({ meanForecast, seen }: Said) => {
    const verdict = saidVerdict(meanForecast, seen);
    return verdict && { text: fit[verdict], tone: FIT_TONES[verdict] };
  };
  return [
    number(reliability.names.said, (row) => row.meanForecast, percent),
    estimate(reliability.names.seen, (row) => row.seen, percent, undefined, verdictOf),
  ];
}

const SKILL_TONES = { better: 'success', worse: 'warning', 'no-clear-difference': 'default' } as const;

/** By how much one way is better than another, and whether it is at all. */
function useSkill<Row>(title: string, of: (row: Row) => Estimate): FigureColumn<Row> {
  const { verdicts } = useCalibrationMessages();
  const { change } = useFormats();
  const { estimate } = useColumns<Row>();
  return estimate(title, of, change, undefined, (row) => {
    const verdict = skillVerdict(of(row));
    return verdict === 'insufficient' ? null : { text: verdicts[verdict], tone: SKILL_TONES[verdict] };
  });
}

export function ReliabilityTable({ points }: { readonly points: readonly ReliabilityPoint[] }) {
  const { reliability } = useCalibrationMessages();
  const rows = points.map((point, index) => ({ ...point, place: index + 1 }));
  const { count } = useFormats();
  const { text, number } = useColumns<(typeof rows)[number]>();
  const columns = [
    text(
      reliability.groupColumn,
      (row) => count(row.place),
      (row) => row.place,
    ),
    ...useSaidAndSeen(),
    number(reliability.forecasts, (row) => row.n),
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ place }) => String(place)} />;
}

export function AgainstTable({ scores }: { readonly scores: CalibrationScores }) {
  const { against } = useCalibrationMessages();
  const { score } = useFormats();
  const rows = [
    {
      way: against.rate,
      same: scores.besideStageRate,
      other: scores.brierOfStageRate,
      skill: scores.skillOverStageRate,
    },
    { way: against.typed, same: scores.besideTyped, other: scores.brierOfTyped, skill: scores.skillOverTyped },
  ];
  const { label, number } = useColumns<(typeof rows)[number]>();
  const skill = useSkill<(typeof rows)[number]>(against.skill, (row) => row.skill);
  const columns: readonly FigureColumn<(typeof rows)[number]>[] = [
    label(against.way, (row) => row.way),
    number(against.own, (row) => row.same.brier, score),
    number(against.other, (row) => row.other, score),
    skill,
    number(against.forecasts, (row) => row.same.forecasts),
  ];
  return <FigureTable title={against.title} columns={columns} rows={rows} rowKey={({ way }) => way} />;
}

export function StagesTable({ stages }: { readonly stages: readonly StageCalibration[] }) {
  const { stages: words, reliability } = useCalibrationMessages();
  const { stage: stageColumn, number } = useColumns<StageCalibration>();
  const skill = useSkill<StageCalibration>(words.skill, (row) => row.skillOverStageRate);
  const columns: readonly FigureColumn<StageCalibration>[] = [
    stageColumn(({ stage }) => stage),
    ...useSaidAndSeen(),
    skill,
    number(reliability.forecasts, (row) => row.forecasts),
  ];
  return (
    <FigureTable
      title={words.title}
      columns={columns}
      rows={stages}
      rowKey={({ stage }) => stage.stageId}
      rowsAPage={15}
    />
  );
}
