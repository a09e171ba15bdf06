import type { TransitionCell } from '@deal-stage-insights/shared';
import { useTransitionsMessages } from '../../messages/transitions.ts';

/** How the ends of a move are called: a stage, or how the deal left the pipeline. */
export function useMoveNames() {
  const { kinds, dealsOf } = useTransitionsMessages();
  const whereTo = ({ to, kind }: Pick<TransitionCell, 'to' | 'kind'>) => to?.label ?? kinds[kind];
  return { whereTo, both: (move: TransitionCell) => dealsOf(move.from.label, whereTo(move)) };
}
