import { useFormats } from '@deal-stage-insights/ui';
import { DealsBehind } from './DealsBehind.tsx';

interface DealsCountProps {
  readonly cell: string;
  readonly title: string;
  readonly count: number;
}

/** A count that leads to what it counts; of none there is nothing to see. */
export function DealsCount({ cell, title, count }: DealsCountProps) {
  const formats = useFormats();
  if (count === 0) return <>{formats.count(0)}</>;
  return (
    <DealsBehind cell={cell} title={title}>
      {formats.count(count)}
    </DealsBehind>
  );
}
