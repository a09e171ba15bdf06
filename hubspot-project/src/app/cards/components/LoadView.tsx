import type { DealInsights } from '@deal-stage-insights/shared';
import { LoadView as AnyLoadView, useWords } from '@deal-stage-insights/ui';
import { Button, EmptyState, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { type InsightsLoad, isWaiting, repeatDelayMs } from '../hooks/insights-load.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Behind } from './Behind.tsx';

interface LoadViewProps {
  readonly load: InsightsLoad;
  readonly onAskAgain: () => void;
  readonly children: (insights: DealInsights) => ReactNode;
}

/** One view for each state of the load. */
export function LoadView({ load, onAskAgain, children }: LoadViewProps) {
  const { loading } = useMessages();
  const asking = { isRepeating: isWaiting(load) && (load.isAsking || repeatDelayMs(load) !== null), onAskAgain };
  return (
    <AnyLoadView {...{ load, onAskAgain, loading }} unknown={<UnknownDeal {...asking} />}>
      {(insights) => (
        <>
          <Behind shown={load.shown} {...asking} />
          {children(insights)}
        </>
      )}
    </AnyLoadView>
  );
}

interface Asking {
  readonly isRepeating: boolean;
  readonly onAskAgain: () => void;
}

function UnknownDeal({ isRepeating, onAskAgain }: Asking) {
  const { unknown } = useMessages();
  const { askAgain } = useWords();
  return (
    <EmptyState title={unknown.title} imageName="deals" layout="vertical">
      {isRepeating ? (
        <LoadingSpinner label={unknown.waiting} showLabel={true} />
      ) : (
        <>
          <Text>{unknown.gaveUp}</Text>
          <Button onClick={onAskAgain}>{askAgain}</Button>
        </>
      )}
    </EmptyState>
  );
}
