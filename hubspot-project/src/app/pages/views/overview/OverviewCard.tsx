import { Column, Figure, Small, useFormats } from '@deal-stage-insights/ui';
import { Statistics, Tag, Tile } from '@hubspot/ui-extensions';
import { DealsBehind } from '../../components/DealsBehind.tsx';
import { type AnyFigure, changeTone, shownChange } from '../../figures/overview.ts';
import { signedText } from '../../figures/signed.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { unitFormat, useValueText } from './use-value-text.ts';
import { useVerdicts } from './use-verdicts.ts';
import { useOverviewMessages } from '../../messages/overview.ts';

interface OverviewCardProps {
  readonly figure: AnyFigure;
  readonly currency: string;
}

/** One figure, what it rests on, and whether it changed against the period before. */
export function OverviewCard({ figure, currency }: OverviewCardProps) {
  const messages = useOverviewMessages();
  const { counted } = useFrameMessages();
  const { now, change, withoutAmount } = figure;
  const name = messages.figures[figure.figure];
  const own: Readonly<Partial<Record<string, string>>> = messages.what;
  const what = own[figure.figure] ?? messages.taken[figure.taken];
  const verdicts = useVerdicts();
  const text = useValueText(currency);
  const { value, evidence } = text(figure, now);
  return (
    <Tile>
      <Column gap="xs" align="start">
        <Statistics>
          <Figure label={name} number={value} note={evidence ?? what} />
        </Statistics>
        <Tag variant={changeTone(figure)}>{verdicts[change.verdict]}</Tag>
        <Small>{messages.before[figure.taken](text(figure, figure.before).value)}</Small>
        <ChangeLine figure={figure} currency={currency} />
        {evidence !== null && <Small>{what}</Small>}
        {withoutAmount > 0 && <Small>{counted.withoutAmount(withoutAmount)}</Small>}
        {now.n > 0 && <DealsBehind cell={figure.cell} title={name} />}
      </Column>
    </Tile>
  );
}

function ChangeLine({ figure, currency }: OverviewCardProps) {
  const messages = useOverviewMessages();
  const formats = useFormats();
  const change = shownChange(figure);
  if (change === null) return null;
  const unit =
    figure.unit === 'share'
      ? (share: number) => messages.points(share * 100)
      : figure.unit === 'points'
        ? messages.points
        : unitFormat(figure.unit, formats, currency);
  // The velocity is compared as a ratio.
  const text = (value: number) => (figure.unit === 'money-a-day' ? formats.change(value) : signedText(value, unit));
  const limit = (value: number | null) => (value === null ? null : text(value));
  return <Small>{messages.change(text(change.difference), limit(change.low), limit(change.high))}</Small>;
}
