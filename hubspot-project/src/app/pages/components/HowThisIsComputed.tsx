import { parseDefinitions } from '@deal-stage-insights/shared';
import { askApi, LoadView, useBilingual, useLoad, useWords } from '@deal-stage-insights/ui';
import { Accordion, List, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { usePage } from '../page-context.tsx';
import { useReportPlace } from '../report-place.tsx';

/** What a reader may ask about every figure of the screen. The answers are fetched when somebody opens them. */
export function HowThisIsComputed() {
  const { apiBaseUrl } = usePage();
  const { report } = useReportPlace();
  const { howComputed } = useWords();
  const say = useBilingual();
  const [isOpen, setOpen] = useState(false);
  const path = `/v1/definitions/${report}`;
  const { load, askAgain } = useLoad(isOpen ? path : null, () => askApi(apiBaseUrl, { path, parse: parseDefinitions }));
  return (
    <Accordion title={howComputed} size="sm" open={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen && (
        <LoadView load={load} onAskAgain={askAgain}>
          {({ answers }) => (
            <List variant="unordered-styled">
              {answers.map((answer) => (
                <Text key={answer.en}>{say(answer)}</Text>
              ))}
            </List>
          )}
        </LoadView>
      )}
    </Accordion>
  );
}
