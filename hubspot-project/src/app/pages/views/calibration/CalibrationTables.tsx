import type { CalibrationScores, Estimate, ReliabilityPoint, StageCalibration } from '@deal-stage-insights/shared';
import { Section, useFormats } from '@deal-stage-insights/ui';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { saidVerdict, skillVerdict } from '../../figures/calibration.ts';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useCalibrationMessages } from '../../messages/calibration.ts';

interface Said {
  readonly meanForecast: number;
  readonly seen: Estimate;
}

/** What was said, and what was seen, with whether the two fit. */
function useSaidAndSeen(): readonly FigureColumn<Said>[] {
  const { reliability } = useCalibrationMessages();
  const { percent } = useFormats();
  const { number } = useColumns<Said>();
  return [
    number(reliability.names.said, (row) => row.meanForecast, percent),
    {
      title: reliability.names.seen,
      align: 'right',
      sortBy: ({ seen }) => estimateValue(seen),
      cell: ({ meanForecast, seen }) => <SeenCell said={meanForecast} seen={seen} />,
    },
  ];
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

const FIT_TONES = { fits: 'success', 'too-high': 'warning', 'too-low': 'info' } as const;

function SeenCell({ said, seen }: { readonly said: number; readonly seen: Estimate }) {
  const { fit } = useCalibrationMessages();
  const { percent } = useFormats();
  const verdict = saidVerdict(said, seen);
  return (
    <EstimateCell
      estimate={seen}
      format={percent}
      verdict={verdict && { text: fit[verdict], tone: FIT_TONES[verdict] }}
    />
  );
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
  const columns: readonly FigureColumn<(typeof rows)[number]>[] = [
    label(against.way, (row) => row.way),
    number(against.own, (row) => row.same.brier, score),
    number(against.other, (row) => row.other, score),
    {
      title: against.skill,
      align: 'right',
      copied: ({ skill }) => estimateValue(skill),
      cell: ({ skill }) => <SkillCell skill={skill} />,
    },
    number(against.forecasts, (row) => row.same.forecasts),
  ];
  return (
    <Section title={against.title}>
      <FigureTable columns={columns} rows={rows} rowKey={({ way }) => way} />
    </Section>
  );
}

const SKILL_TONES = { better: 'success', worse: 'warning', 'no-clear-difference': 'default' } as const;

function SkillCell({ skill }: { readonly skill: Estimate }) {
  const { verdicts } = useCalibrationMessages();
  const { change } = useFormats();
  const verdict = skillVerdict(skill);
  return (
    <EstimateCell
      estimate={skill}
      format={change}
      verdict={verdict === 'insufficient' ? null : { text: verdicts[verdict], tone: SKILL_TONES[verdict] }}
    />
  );
}

export function StagesTable({ stages }: { readonly stages: readonly StageCalibration[] }) {
  const { stages: words, reliability } = useCalibrationMessages();
  const { stage: stageColumn, number } = useColumns<StageCalibration>();
  const columns: readonly FigureColumn<StageCalibration>[] = [
    stageColumn(({ stage }) => stage),
    ...useSaidAndSeen(),
    {
      title: words.skill,
      align: 'right',
      sortBy: ({ skillOverStageRate }) => estimateValue(skillOverStageRate),
      cell: ({ skillOverStageRate }) => <SkillCell skill={skillOverStageRate} />,
    },
    number(reliability.forecasts, (row) => row.forecasts),
  ];
  return (
    <Section title={words.title}>
      <FigureTable columns={columns} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />
    </Section>
  );
}
