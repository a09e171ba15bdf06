import { Link } from '@hubspot/ui-extensions';
import { useFrameMessages } from '../messages/frame.ts';
import { usePage } from '../page-context.tsx';

interface DealLinkProps {
  readonly dealId: string;
  readonly name: string | null;
}

/** The way from a figure to the record it is about. */
export function DealLink({ dealId, name }: DealLinkProps) {
  const { portalId } = usePage();
  const { table } = useFrameMessages();
  return <Link href={`/contacts/${portalId}/record/0-3/${dealId}`}>{name ?? table.noName(dealId)}</Link>;
}
