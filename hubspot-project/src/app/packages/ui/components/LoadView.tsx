import { Alert, Button, EmptyState, ErrorState, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { Column } from './Column.tsx';
import { useWords } from '../language/LanguageProvider.tsx';
import type { Load } from '../load/load.ts';

interface LoadViewProps<T> {
  readonly load: Pick<Load<T>, 'shown'>;
  readonly onAskAgain: () => void;
  /** What is being loaded, where the screen can name it. */
  readonly loading?: string;
  /** What there is to see where there is nothing, or not yet. */
  readonly unknown?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** One view for each state of a load; figures that stay after a failure carry a warning. */
export function LoadView<T>({ load, onAskAgain, loading, unknown, children }: LoadViewProps<T>) {
  const words = useWords();
  const { shown } = load;
  switch (shown.status) {
    case 'loading':
      return <LoadingSpinner label={loading ?? words.loading} showLabel={true} layout="centered" />;
    case 'data':
      return (
        <Column gap="md">
          {shown.lastFailure !== null && (
            <Alert title={words.failed.keepsOldTitle} variant="warning">
              {words.failed.reasons[shown.lastFailure.reason]}{' '}
              <Button size="xs" onClick={onAskAgain}>
                {words.askAgain}
              </Button>
            </Alert>
          )}
          {children(shown.data)}
        </Column>
      );
    case 'unknown':
      return (
        unknown ?? (
          <EmptyState title={words.nothingHere} layout="vertical">
            <Text>{words.notMadeYet}</Text>
            <Button onClick={onAskAgain}>{words.askAgain}</Button>
          </EmptyState>
        )
      );
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
          {shown.requestId !== null && <Text variant="microcopy">{words.failed.request(shown.requestId)}</Text>}
          <Button onClick={onAskAgain}>{words.askAgain}</Button>
        </ErrorState>
      );
  }
}
