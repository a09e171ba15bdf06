import { Box, Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useWords } from '../language/LanguageProvider.tsx';

interface FreshnessLineProps {
  readonly asOf: number;
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
}

/** Which instant the figures speak of, and the way to newer ones. */
export function FreshnessLine({ asOf, isAsking, onAskAgain }: FreshnessLineProps) {
  const words = useWords();
  return (
    <Flex direction="row" gap="sm" align="center">
      <Box flex={1}>
        <Text variant="microcopy">{words.asOf(asOf)}</Text>
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
