import { Box, Button, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { useWords } from '../language/LanguageProvider.tsx';
import { Small } from './Small.tsx';

interface FreshnessLineProps {
  readonly asOf: number;
  /** What else there is to say of their age, in sentences. */
  readonly more?: readonly string[];
  readonly isAsking: boolean;
  readonly onAskAgain: () => void;
}

/** Which instant the figures speak of, and the way to newer ones. */
export function FreshnessLine({ asOf, more = [], isAsking, onAskAgain }: FreshnessLineProps) {
  const words = useWords();
  return (
    <Flex direction="row" gap="sm" align="center">
      <Box flex={1}>
        <Small>{[words.asOf(asOf), ...more].join(' ')}</Small>
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
