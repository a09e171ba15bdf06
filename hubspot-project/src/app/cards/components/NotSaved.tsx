import { type Failure, useLanguage, useWords } from '@deal-stage-insights/ui';
import { Alert } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** Why a note was not kept; nothing while there is nothing to say. */
export function NotSaved({ failure }: { readonly failure: Failure | null }) {
  const { notSaved } = useMessages().outlook;
  const { reasons } = useWords().failed;
  const language = useLanguage();
  if (failure === null) return null;
  // The backend says what is allowed in English alone.
  const more = language === 'en' ? failure.errors.map(({ message }) => message) : [];
  return (
    <Alert title={notSaved} variant="warning">
      {[reasons[failure.reason], ...more].join(' ')}
    </Alert>
  );
}
