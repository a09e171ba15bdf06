import { parseDefinitions, type ReportDefinitions } from '@deal-stage-insights/shared';
import { List, Text } from '@hubspot/ui-extensions';
import { askApi, pathOf } from '../api/ask-api.ts';
import { useBilingual, useWords } from '../language/LanguageProvider.tsx';
import { LazyAccordion } from './LazyAccordion.tsx';

interface HowComputedProps {
  readonly apiBaseUrl: unknown;
  /** Whose figures are asked about. */
  readonly of: ReportDefinitions['report'];
  /** What only this screen can add. */
  readonly more?: string | null;
}

/** What a reader may ask about every figure of a screen. */
export function HowComputed({ apiBaseUrl, of, more = null }: HowComputedProps) {
  const { howComputed } = useWords();
  const say = useBilingual();
  const path = pathOf`/v1/definitions/${of}`;
  const ask = () => askApi(apiBaseUrl, { path, parse: parseDefinitions });
  return (
    <LazyAccordion title={howComputed} size="sm" question={path} ask={ask}>
      {({ answers }) => (
        <List variant="unordered-styled">
          {[...answers.map(say), ...(more === null ? [] : [more])].map((answer) => (
            <Text key={answer}>{answer}</Text>
          ))}
        </List>
      )}
    </LazyAccordion>
  );
}
