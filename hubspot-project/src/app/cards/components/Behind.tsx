import { useWords } from '@deal-stage-insights/ui';
import { Alert, Button } from '@hubspot/ui-extensions';
import type { InsightsLoad } from '../hooks/insights-load.ts';
import { useMessages } from '../messages/use-messages.ts';

interface BehindProps {
  readonly shown: InsightsLoad['shown'];
  readonly isRepeating: boolean;
  readonly onAskAgain: () => void;
}

/** What a rep must know before reading figures that are older than the page. A failure says as much of its own. */
export function Behind({ shown, isRepeating, onAskAgain }: BehindProps) {
  const { behind } = useMessages();
  const { askAgain } = useWords();
  if (shown.status !== 'data' || shown.lastFailure !== null || !shown.data.behind) return null;
  if (isRepeating) {
    return (
      <Alert title={behind.title} variant="info">
        {behind.body}
      </Alert>
    );
  }
  return (
    <Alert title={behind.gaveUpTitle} variant="warning">
      {behind.gaveUpBody}{' '}
      <Button size="xs" onClick={onAskAgain}>
        {askAgain}
      </Button>
    </Alert>
  );
}
