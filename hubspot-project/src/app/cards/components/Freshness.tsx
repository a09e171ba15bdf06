import type { DealInsights } from '@deal-stage-insights/shared';
import { FreshnessLine } from '@deal-stage-insights/ui';
import { useMessages } from '../messages/use-messages.ts';

interface FreshnessProps {
  readonly insights: DealInsights;
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
}

/** How old everything on the card is, and the way to newer figures. */
export function Freshness({ insights: { asOf, recordedAt, figuresAt }, ...asking }: FreshnessProps) {
  const { freshness } = useMessages();
  const figures = figuresAt === null ? freshness.noFigures : freshness.figures(figuresAt);
  return <FreshnessLine asOf={asOf} more={[freshness.recorded(recordedAt), figures]} {...asking} />;
}
