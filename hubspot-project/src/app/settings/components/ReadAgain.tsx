import { type BackfillStand, parseBackfillStand } from '@deal-stage-insights/shared';
import { type Answer, askApi, Small, useWords } from '@deal-stage-insights/ui';
import { Alert, Flex, LoadingButton, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useHealthMessages } from '../messages/health.ts';

interface ReadAgainProps {
  /** Whether the account was read before. */
  readonly wasRead: boolean;
  readonly onStarted: () => void;
}

/** Has every deal read from HubSpot, for the first time or once more. */
export function ReadAgain({ wasRead, onStarted }: ReadAgainProps) {
  const { variables } = useExtensionContext<'settings'>();
  const { backfill: words } = useHealthMessages();
  const { failed, refused } = useWords();
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<BackfillStand> | null>(null);
  const start = async () => {
    setAsking(true);
    const path = '/v1/backfills';
    const came = await askApi(variables?.['API_BASE_URL'], { method: 'POST', path, parse: parseBackfillStand });
    setAsking(false);
    setAnswer(came);
    if (came.kind === 'data') onStarted();
  };
  return (
    <>
      <Flex>
        <LoadingButton size="sm" loading={isAsking} onClick={() => void start()}>
          {wasRead ? words.again : words.read}
        </LoadingButton>
      </Flex>
      <Small>{words.about}</Small>
      {answer?.kind === 'refused' && <Alert title={refused.title}>{refused.body}</Alert>}
      {(answer?.kind === 'failed' || answer?.kind === 'unknown') && (
        <Alert title={words.notStarted} variant="warning">
          {failed.reasons[answer.kind === 'failed' ? answer.reason : 'unreachable']}
        </Alert>
      )}
    </>
  );
}
