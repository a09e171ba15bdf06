import type { DealInsights } from '@deal-stage-insights/shared';
import { Column, Small, useWords } from '@deal-stage-insights/ui';
import { Button, EmptyState, ErrorState, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { type InsightsLoad, isWaiting, repeatDelayMs } from '../hooks/insights-load.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Notices } from './Notices.tsx';

interface LoadViewProps {
  readonly load: InsightsLoad;
  readonly onAskAgain: () => void;
  readonly children: (insights: DealInsights) => ReactNode;
}

/** One view for each state of the load. */
export function LoadView({ load, onAskAgain, children }: LoadViewProps) {
  const messages = useMessages();
  const words = useWords();
  const { shown, isAsking } = load;
  const isRepeating = isWaiting(load) && (isAsking || repeatDelayMs(load) !== null);
  switch (shown.status) {
    case 'loading':
      return <LoadingSpinner label={messages.loading} showLabel={true} layout="centered" />;
    case 'insights':
      return (
        <Column gap="md">
          <Notices load={load} isRepeating={isRepeating} onAskAgain={onAskAgain} />
          {children(shown.insights)}
        </Column>
      );
    case 'unknown':
      return <UnknownDeal isRepeating={isRepeating} onAskAgain={onAskAgain} />;
    case 'refused':
      return (
        <ErrorState type="lock" title={words.refused.title}>
          <Text>{words.refused.body}</Text>
        </ErrorState>
      );
    case 'failed':
      return (
        <ErrorState title={words.failed.title}>
          <Text>{words.failed.reasons[shown.reason]}</Text>
          {shown.requestId !== null && <Small>{words.failed.request(shown.requestId)}</Small>}
          <Button onClick={onAskAgain}>{words.askAgain}</Button>
        </ErrorState>
      );
  }
}

function UnknownDeal({ isRepeating, onAskAgain }: { readonly isRepeating: boolean; readonly onAskAgain: () => void }) {
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
