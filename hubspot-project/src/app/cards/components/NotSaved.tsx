import { type Failure, useWords } from '@deal-stage-insights/ui';
import { Alert } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** Why a note was not kept; nothing while there is nothing to say. */
export function NotSaved({ failure }: { readonly failure: Failure | null }) {
  const { notSaved } = useMessages().outlook;
  const { reasons } = useWords().failed;
  if (failure === null) return null;
  return (
    <Alert title={notSaved} variant="warning">
      {[reasons[failure.reason], ...failure.errors.map(({ message }) => message)].join(' ')}
    </Alert>
  );
}
