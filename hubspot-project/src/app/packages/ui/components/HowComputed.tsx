import { Accordion, List, Text } from '@hubspot/ui-extensions';
import { useWords } from '../language/LanguageProvider.tsx';

/** What a reader may ask about every figure of a screen. */
export function HowComputed({ answers }: { readonly answers: readonly string[] }) {
  const { howComputed } = useWords();
  return (
    <Accordion title={howComputed} size="sm">
      <List variant="unordered-styled">
        {answers.map((answer) => (
          <Text key={answer}>{answer}</Text>
        ))}
      </List>
    </Accordion>
  );
}
