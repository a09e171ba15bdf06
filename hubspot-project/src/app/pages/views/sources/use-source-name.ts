import type { SourceFigures } from '@deal-stage-insights/shared';
import { useSourcesMessages } from '../../messages/sources.ts';
import { useNamedValues } from '../../page-context.tsx';

/** What a source is called: HubSpot's own values by their names, all others as they are written. */
export function useSourceName(): (source: SourceFigures) => string {
  const { unset, others } = useSourcesMessages();
  const names = useNamedValues('source');
  return ({ source, isOthers }) => (isOthers ? others : source === null ? unset : (names.get(source) ?? source));
}
