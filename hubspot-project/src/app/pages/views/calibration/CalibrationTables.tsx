import type { CalibrationScores, Estimate, ReliabilityPoint, StageCalibration } from '@deal-stage-insights/shared';
import { useFormats, Section } from '@deal-stage-insights/ui';
import { Flex, Tag } from '@hubspot/ui-extensions';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { saidVerdict, skillVerdict } from '../../figures/calibration.ts';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useCalibrationMessages } from '../../messages/calibration.ts';
import { numberColumn, stageColumn } from '../../components/columns.tsx';

const FIT_TONES = { fits: 'success', 'too-high': 'warning', 'too-low': 'info' } as const;

export function ReliabilityTable({ points }: { readonly points: readonly ReliabilityPoint[] }) {
  const { reliability, stages } = useCalibrationMessages();
  const { count, percent } = useFormats();
  const rows = points.map((point, index) => ({ ...point, place: index + 1 }));
  const columns: readonly FigureColumn<(typeof rows)[number]>[] = [
    { id: 'group', title: reliability.groupColumn, sortBy: ({ place }) => place, cell: ({ place }) => count(place) },
    numberColumn({ id: 'said', title: stages.said, of: ({ meanForecast }) => meanForecast, format: percent }),
    {
      id: 'seen',
      title: stages.seen,
      sortBy: ({ seen }) => estimateValue(seen),
      cell: ({ meanForecast, seen }) => <SeenCell said={meanForecast} seen={seen} />,
    },
    numberColumn({ id: 'n', title: reliability.forecasts, of: ({ n }) => n, format: count }),
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ place }) => String(place)} />;
}

function SeenCell({ said, seen }: { readonly said: number; readonly seen: Estimate }) {
  const { fit } = useCalibrationMessages();
  const { percent } = useFormats();
  const verdict = saidVerdict(said, seen);
  return (
    <Flex direction="column" gap="xs" align="start">
      <EstimateCell estimate={seen} format={percent} />
      {verdict !== null && <Tag variant={FIT_TONES[verdict]}>{fit[verdict]}</Tag>}
    </Flex>
  );
}

export function AgainstTable({ scores }: { readonly scores: CalibrationScores }) {
  const { against } = useCalibrationMessages();
  const { count, score } = useFormats();
  const rows = [
    {
      way: against.rate,
      same: scores.besideStageRate,
      other: scores.brierOfStageRate,
      skill: scores.skillOverStageRate,
    },
    { way: against.typed, same: scores.besideTyped, other: scores.brierOfTyped, skill: scores.skillOverTyped },
  ];
  const text = (value: number | null) => (value === null ? '–' : score(value));
  const columns: readonly FigureColumn<(typeof rows)[number]>[] = [
    { id: 'way', title: against.way, copied: ({ way }) => way, cell: ({ way }) => way },
    {
      id: 'own',
      title: against.own,
      align: 'right',
      copied: ({ same }) => same.brier,
      cell: ({ same }) => text(same.brier),
    },
    {
      id: 'other',
      title: against.other,
      align: 'right',
      copied: ({ other }) => other,
      cell: ({ other }) => text(other),
    },
    {
      id: 'skill',
      title: against.skill,
      copied: ({ skill }) => estimateValue(skill),
      cell: ({ skill }) => <SkillCell skill={skill} />,
    },
    {
      id: 'n',
      title: against.forecasts,
      align: 'right',
      copied: ({ same }) => same.forecasts,
      cell: ({ same }) => count(same.forecasts),
    },
  ];
  return (
    <Section title={against.title}>
      <FigureTable columns={columns} rows={rows} rowKey={({ way }) => way} />
    </Section>
  );
}

const SKILL_TONES = {
  better: 'success',
  worse: 'warning',
  'no-clear-difference': 'default',
  insufficient: 'default',
} as const;

function SkillCell({ skill }: { readonly skill: Estimate }) {
  const { verdicts } = useCalibrationMessages();
  const { change } = useFormats();
  const verdict = skillVerdict(skill);
  return (
    <Flex direction="column" gap="xs" align="start">
      <EstimateCell estimate={skill} format={change} />
      {verdict !== 'insufficient' && <Tag variant={SKILL_TONES[verdict]}>{verdicts[verdict]}</Tag>}
    </Flex>
  );
}

export function StagesTable({ stages }: { readonly stages: readonly StageCalibration[] }) {
  const { stages: words, reliability } = useCalibrationMessages();
  const { count, percent } = useFormats();
  const columns: readonly FigureColumn<StageCalibration>[] = [
    stageColumn(words.stage, ({ stage }) => stage),
    numberColumn({ id: 'said', title: words.said, of: ({ meanForecast }) => meanForecast, format: percent }),
    {
      id: 'seen',
      title: words.seen,
      sortBy: ({ seen }) => estimateValue(seen),
      cell: ({ meanForecast, seen }) => <SeenCell said={meanForecast} seen={seen} />,
    },
    {
      id: 'skill',
      title: words.skill,
      sortBy: ({ skillOverStageRate }) => estimateValue(skillOverStageRate),
      cell: ({ skillOverStageRate }) => <SkillCell skill={skillOverStageRate} />,
    },
    numberColumn({ id: 'n', title: reliability.forecasts, of: ({ forecasts }) => forecasts, format: count }),
  ];
  return (
    <Section title={words.title}>
      <FigureTable columns={columns} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />
    </Section>
  );
}
