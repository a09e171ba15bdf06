import { useFormats } from '@deal-stage-insights/ui';
import { StatisticsItem } from '@hubspot/ui-extensions';
import { DealsBehind } from './DealsBehind.tsx';

interface CountFigureProps {
  readonly label: string;
  readonly count: number;
  readonly cell: string;
}

/** A count that stands large, and leads to what it counts. Belongs into `Statistics`. */
export function CountFigure({ label, count, cell }: CountFigureProps) {
  const formats = useFormats();
  return (
    <StatisticsItem label={label} number={formats.count(count)}>
      {count > 0 && <DealsBehind cell={cell} title={label} />}
    </StatisticsItem>
  );
}
