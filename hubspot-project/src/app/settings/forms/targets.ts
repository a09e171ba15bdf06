import type { Target } from '@deal-stage-insights/shared';
import { check, faultsOf } from '../edit/faults.ts';
import { plainSection } from '../edit/section-spec.ts';

const AMOUNT_MAX = 1e12;

/** One target for each of these. */
const nameOf = ({ pipelineId, teamId, period, fromMonth }: Target) =>
  JSON.stringify([pipelineId, teamId, period, fromMonth]);

export const targetsSection = plainSection('targets', ({ targets }) =>
  faultsOf(
    targets.flatMap(({ fromMonth, amount }, place) => [
      [`targets.${place}.fromMonth`, check.month(fromMonth)],
      [`targets.${place}.fromMonth`, check.once(targets.map(nameOf), place)],
      [`targets.${place}.amount`, !(amount > 0 && amount <= AMOUNT_MAX) && { kind: 'amount' }],
    ]),
  ),
);
