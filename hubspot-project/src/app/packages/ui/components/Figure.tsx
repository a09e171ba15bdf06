import { StatisticsItem } from '@hubspot/ui-extensions';
import { Small } from './Small.tsx';

interface FigureProps {
  readonly label: string;
  readonly number: string;
  /** What the figure rests on, or is compared with. */
  readonly note?: string | null;
}

/** A figure that stands large, with its note below. Belongs into `Statistics`. */
export function Figure({ label, number, note = null }: FigureProps) {
  return (
    <StatisticsItem label={label} number={number}>
      {note !== null && <Small>{note}</Small>}
    </StatisticsItem>
  );
}
