import { useFormats } from '@deal-stage-insights/ui';
import { useIsPrinted } from '../printed.ts';
import { DealsBehind } from './DealsBehind.tsx';

interface DealsCountProps {
  readonly cell: string;
  readonly title: string;
  readonly count: number;
}

/** A count that leads to what it counts; of none there is nothing to see. */
export function DealsCount({ cell, title, count }: DealsCountProps) {
  const formats = useFormats();
  const isPrinted = useIsPrinted();
  if (isPrinted || count === 0) return <>{formats.count(count)}</>;
  return (
    <DealsBehind cell={cell} title={title}>
      {formats.count(count)}
    </DealsBehind>
  );
}
