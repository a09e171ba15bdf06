import type { DealInsights } from '@deal-stage-insights/shared';
import { Small, useWords } from '@deal-stage-insights/ui';
import { Box, Button, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

interface FreshnessProps {
  readonly insights: DealInsights;
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
}

/** How old everything on the card is, and the way to newer figures. */
export function Freshness({ insights, isAsking, onAskAgain }: FreshnessProps) {
  const { freshness } = useMessages();
  const words = useWords();
  const { asOf, recordedAt, figuresAt } = insights;
  const figures = figuresAt === null ? freshness.noFigures : freshness.figures(figuresAt);
  return (
    <Flex direction="row" gap="sm" align="center">
      <Box flex={1}>
        <Small>{[words.asOf(asOf), freshness.recorded(recordedAt), figures].join(' ')}</Small>
      </Box>
      {isAsking ? (
        <LoadingSpinner size="xs" label={words.refreshing} showLabel={true} />
      ) : (
        <Button variant="transparent" size="xs" onClick={onAskAgain}>
          {words.refresh}
        </Button>
      )}
    </Flex>
  );
}
