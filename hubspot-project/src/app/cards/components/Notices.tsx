import { useWords } from '@deal-stage-insights/ui';
import { Alert, Button } from '@hubspot/ui-extensions';
import type { InsightsLoad } from '../hooks/insights-load.ts';
import { useMessages } from '../messages/use-messages.ts';

interface NoticesProps {
  readonly load: InsightsLoad;
  readonly isRepeating: boolean;
  readonly onAskAgain: () => void;
}

/** What a rep must know before reading figures that are not the newest. */
export function Notices({ load, isRepeating, onAskAgain }: NoticesProps) {
  const { behind } = useMessages();
  const { failed, askAgain } = useWords();
  const { shown } = load;
  if (shown.status !== 'insights') return null;
  if (shown.lastFailure !== null) {
    return (
      <Alert title={failed.keepsOldTitle} variant="warning">
        {failed.reasons[shown.lastFailure.reason]}{' '}
        <Button size="xs" onClick={onAskAgain}>
          {askAgain}
        </Button>
      </Alert>
    );
  }
  if (!shown.insights.behind) return null;
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
