import { check, faultsOf } from '../edit/faults.ts';
import { plainSection } from '../edit/section-spec.ts';

export const stagesSection = plainSection('stages', ({ countAs, countSinceDay }) =>
  faultsOf([
    ...Object.entries(countAs).map(
      ([from, to]) => [`countAs.${from}`, Object.hasOwn(countAs, to) && { kind: 'chain' as const }] as const,
    ),
    ...Object.keys(countAs).map((from) => [`countAs.${from}`, check.filled(from)] as const),
    ...Object.entries(countSinceDay).map(
      ([pipelineId, day]) => [`countSinceDay.${pipelineId}`, check.days([day])] as const,
    ),
  ]),
);

/** A record with one entry set, or without it where the value is null. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T | null) {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value] as const]);
}
