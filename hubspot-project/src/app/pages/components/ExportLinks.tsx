import { parseReportExport, type ReportExport } from '@deal-stage-insights/shared';
import { type Answer, askApi, Column, Small, useBilingual, useWords } from '@deal-stage-insights/ui';
import { Alert, Link, List, LoadingButton } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useFrameMessages } from '../messages/frame.ts';
import { usePage } from '../page-context.tsx';
import { useReportPlace } from '../report-place.tsx';

/** The report as files for a spreadsheet. The links are made when they are wanted: they are valid for a minute. */
export function ExportLinks() {
  const { apiBaseUrl } = usePage();
  const { pipelinePath, report, query } = useReportPlace();
  const { exported } = useFrameMessages();
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<ReportExport> | null>(null);
  const ask = async () => {
    setAsking(true);
    const path = `${pipelinePath}/export/${report}`;
    setAnswer(await askApi(apiBaseUrl, { method: 'POST', path, query, parse: parseReportExport }));
    setAsking(false);
  };
  return (
    <Column gap="xs" align="start">
      <LoadingButton size="xs" loading={isAsking} onClick={() => void ask()}>
        {exported.button}
      </LoadingButton>
      {answer !== null && !isAsking && <Links answer={answer} />}
    </Column>
  );
}

function Links({ answer }: { readonly answer: Answer<ReportExport> }) {
  const { exported } = useFrameMessages();
  const words = useWords();
  const say = useBilingual();
  if (answer.kind === 'refused') return <Alert title={words.refused.title}>{words.refused.body}</Alert>;
  if (answer.kind !== 'data') {
    const reason = answer.kind === 'failed' ? answer.reason : 'unreachable';
    return <Alert title={exported.failed}>{words.failed.reasons[reason]}</Alert>;
  }
  return (
    <>
      <Small>{exported.valid}</Small>
      <List variant="inline-divided">
        {answer.data.tables.map(({ table, name, url }) => (
          <Link key={table} href={{ url, external: true }}>
            {exported.file(name === null ? table : say(name))}
          </Link>
        ))}
      </List>
    </>
  );
}
