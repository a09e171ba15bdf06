import { EmptyState, Text } from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import { useFrameMessages } from '../messages/frame.ts';

/** An address that leads nowhere, and the way out. */
export function NotFound() {
  const { notFound } = useFrameMessages();
  return (
    <EmptyState title={notFound.title} layout="vertical">
      <Text>{notFound.body}</Text>
      <PageLink to="/">{notFound.home}</PageLink>
    </EmptyState>
  );
}
