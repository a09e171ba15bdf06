import type { SourceFigures } from '@deal-stage-insights/shared';
import { useFrameMessages } from '../../messages/frame.ts';
import { useSourcesMessages } from '../../messages/sources.ts';

/** What a source is called: HubSpot's own values by their names, all others as they are written. */
export function useSourceName(): (source: SourceFigures) => string {
  const { unset, others } = useSourcesMessages();
  const { filters } = useFrameMessages();
  const names: Readonly<Record<string, string>> = filters.values.source;
  return ({ source, isOthers }) => (isOthers ? others : source === null ? unset : (names[source] ?? source));
}
