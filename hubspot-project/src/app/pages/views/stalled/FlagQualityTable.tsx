import type { FlagQuality, FlagQualityRule } from '@deal-stage-insights/shared';
import { useBilingual, useFormats, Section, Small } from '@deal-stage-insights/ui';

import { estimateColumn, numberColumn, textColumn } from '../../components/columns.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useStalledMessages } from '../../messages/stalled.ts';

/** Whether the flag deserves to be heard: judged by the past, beside simpler rules. */
export function FlagQualityTable({ quality }: { readonly quality: FlagQuality }) {
  const { quality: words } = useStalledMessages();
  const say = useBilingual();
  const { percent, duration } = useFormats();
  const columns: readonly FigureColumn<FlagQualityRule>[] = [
    textColumn({ id: 'rule', title: words.rule, of: ({ title }) => say(title) }),
    estimateColumn({ id: 'flagged', title: words.flagged, of: ({ flaggedShare }) => flaggedShare, format: percent }),
    estimateColumn({ id: 'precision', title: words.precision, of: ({ precision }) => precision, format: percent }),
    estimateColumn({ id: 'caught', title: words.caught, of: ({ lossesCaught }) => lossesCaught, format: percent }),
    estimateColumn({ id: 'false', title: words.false, of: ({ winsFlagged }) => winsFlagged, format: percent }),
    numberColumn({ id: 'lead', title: words.lead, of: ({ leadDaysMedian }) => leadDaysMedian, format: duration }),
  ];
  return (
    <Section title={words.title}>
      <Small>{words.about(quality.rows, quality.unresolved)}</Small>
      <FigureTable columns={columns} rows={quality.rules} rowKey={({ rule }) => rule} />
    </Section>
  );
}
