import type { TransitionsReport } from '@deal-stage-insights/shared';
import { Figure, Section, useFormats } from '@deal-stage-insights/ui';
import { Statistics, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { costliestReturn, MOVE_COUNTS } from '../figures/transitions.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useTransitionsMessages } from '../messages/transitions.ts';
import { Losses } from './transitions/Losses.tsx';
import { MoveMatrixTable } from './transitions/MoveMatrixTable.tsx';
import { MovesTable } from './transitions/MovesTable.tsx';
import { Rework } from './transitions/Rework.tsx';
import { Strong } from '../components/Strong.tsx';

/** Where deals go, what coming back costs, where and why they are lost. */
export function TransitionsView({ report }: { readonly report: TransitionsReport }) {
  const messages = useTransitionsMessages();
  const { moves, now } = report;
  return (
    <>
      <Finding report={report} />
      <MoveCounts report={report} />
      <DealsCounted head={report} />
      {moves.length === 0 ? (
        <Text>{messages.nothing}</Text>
      ) : (
        <Section title={messages.matrix}>
          <MoveMatrixTable moves={moves} />
        </Section>
      )}
      <Rework report={report} />
      {now.lost === 0 ? <Text>{messages.losses.none}</Text> : <Losses report={report} />}
      {moves.length > 0 && (
        <Section title={messages.list}>
          <MovesTable moves={moves} />
        </Section>
      )}
    </>
  );
}

interface ReportProps {
  readonly report: TransitionsReport;
}

function Finding({ report: { rework, reworkShare, now } }: ReportProps) {
  const messages = useTransitionsMessages();
  const { percent } = useFormats();
  const worst = costliestReturn(rework);
  const share = reworkShare.kind === 'estimate' ? percent(reworkShare.value) : null;
  const sentence = worst === null ? messages.noRework : messages.rework(share, worst.stage.label, now.reworkDays);
  return <Strong>{sentence}</Strong>;
}

function MoveCounts({ report: { now, before } }: ReportProps) {
  const { counts } = useTransitionsMessages();
  const { common } = useFrameMessages();
  const { count } = useFormats();
  return (
    <Statistics>
      {MOVE_COUNTS.map((name) => (
        <Figure
          key={name}
          label={counts[name]}
          number={count(now[name])}
          note={common.beforeWas(count(before[name]))}
        />
      ))}
    </Statistics>
  );
}
