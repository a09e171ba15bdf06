import { type ForecastReport, parseWhatIf, type WhatIfAnswer, type WhatIfChange } from '@deal-stage-insights/shared';
import { Column, type Answer, askApi, Section, Small, useWords } from '@deal-stage-insights/ui';
import { Alert, LoadingSpinner, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { withChange } from '../../figures/what-if.ts';
import { useWhatIfMessages } from '../../messages/what-if.ts';
import { usePage } from '../../page-context.tsx';
import { useReportPlace } from '../../report-place.tsx';
import { WhatIfChanges } from './WhatIfChanges.tsx';
import { WhatIfForm } from './WhatIfForm.tsx';
import { WhatIfFigures } from './WhatIfFigures.tsx';

interface Asked {
  readonly changes: readonly WhatIfChange[];
  /** Null: it is being computed, or nothing is asked. */
  readonly answer: Answer<WhatIfAnswer> | null;
}

/** What the forecast would be if something were otherwise. Every change is computed at once, together with those before it. */
export function WhatIf({ report }: { readonly report: ForecastReport }) {
  const { title, about } = useWhatIfMessages();
  const { loading } = useWords();
  const { apiBaseUrl } = usePage();
  const { pipelinePath } = useReportPlace();
  const [{ changes, answer }, setAsked] = useState<Asked>({ changes: [], answer: null });
  const compute = async (asked: readonly WhatIfChange[]) => {
    setAsked({ changes: asked, answer: null });
    if (asked.length === 0) return;
    const path = `${pipelinePath}/what-if`;
    const came = await askApi(apiBaseUrl, { method: 'POST', path, body: { changes: asked }, parse: parseWhatIf });
    // An answer to changes that were changed meanwhile is of no use.
    setAsked((now) => (now.changes === asked ? { changes: asked, answer: came } : now));
  };
  return (
    <Section title={title}>
      <Small>{about}</Small>
      <Tile>
        <Column gap="md">
          <WhatIfForm deals={report.topDeals} onAdd={(change) => void compute(withChange(changes, change))} />
          <WhatIfChanges
            deals={report.topDeals}
            changes={changes}
            applied={answer?.kind === 'data' ? answer.data.changes : []}
            onChange={(left) => void compute(left)}
          />
          {changes.length > 0 && answer === null && <LoadingSpinner label={loading} showLabel={true} />}
          {answer !== null && <Outcome answer={answer} />}
        </Column>
      </Tile>
    </Section>
  );
}

function Outcome({ answer }: { readonly answer: Answer<WhatIfAnswer> }) {
  const { failed } = useWhatIfMessages();
  const words = useWords();
  switch (answer.kind) {
    case 'data':
      return <WhatIfFigures answer={answer.data} />;
    case 'refused':
      return <Alert title={words.refused.title}>{words.refused.body}</Alert>;
    case 'unknown':
      return <Alert title={failed}>{words.notMadeYet}</Alert>;
    case 'failed':
      return <Alert title={failed}>{words.failed.reasons[answer.reason]}</Alert>;
  }
}
