import type { AppliedChange, TopDeal, WhatIfChange } from '@deal-stage-insights/shared';
import { Small } from '@deal-stage-insights/ui';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { placeOf } from '../../figures/what-if.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useWhatIfMessages } from '../../messages/what-if.ts';
import { usePipeline } from '../../page-context.tsx';

interface WhatIfChangesProps {
  readonly deals: readonly TopDeal[];
  readonly changes: readonly WhatIfChange[];
  readonly applied: readonly AppliedChange[];
  readonly onChange: (left: readonly WhatIfChange[]) => void;
}

/** What is changed so far, what each of it touches, and the way to take it back. */
export function WhatIfChanges({ deals, changes, applied, onChange }: WhatIfChangesProps) {
  const messages = useWhatIfMessages();
  const textOf = useChangeText(deals);
  return (
    <>
      {changes.map((change) => {
        const effect = applied.find((other) => placeOf(other.change) === placeOf(change));
        return (
          <Flex key={placeOf(change)} direction="row" gap="sm" align="center" wrap={true}>
            <Text>{textOf(change)}</Text>
            {effect !== undefined && (
              <Small>
                {effect.reason === 'applied'
                  ? messages.reasons.applied(effect.openDeals)
                  : messages.reasons[effect.reason]}
              </Small>
            )}
            <Button
              size="xs"
              variant="transparent"
              onClick={() => onChange(changes.filter((other) => other !== change))}
            >
              {messages.remove}
            </Button>
          </Flex>
        );
      })}
    </>
  );
}

function useChangeText(deals: readonly TopDeal[]): (change: WhatIfChange) => string {
  const { changes } = useWhatIfMessages();
  const { table } = useFrameMessages();
  const stages = usePipeline()?.stages ?? [];
  const stageOf = (id: string) => stages.find(({ stageId }) => stageId === id)?.label ?? id;
  return (change) => {
    switch (change.kind) {
      case 'cut-slow-tail':
        return changes[change.kind](stageOf(change.stageId), change.days);
      case 'lift-conversion':
        return changes[change.kind](stageOf(change.stageId), change.shareOfLosses);
      case 'lose-deal': {
        const name = deals.find(({ dealId }) => dealId === change.dealId)?.name ?? null;
        return changes[change.kind](name ?? table.noName(change.dealId));
      }
    }
  };
}
