import type { CoachingReport } from '@deal-stage-insights/shared';
import { Section } from '@deal-stage-insights/ui';
import { Accordion, Alert, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { useFrameMessages } from '../messages/frame.ts';
import { useCoachingMessages } from '../messages/coaching.ts';
import { AgendaView } from './coaching/AgendaView.tsx';

/** What to talk about: with oneself, with the team, and by an admin's switch with each rep. */
export function CoachingView({ report }: { readonly report: CoachingReport }) {
  const messages = useCoachingMessages();
  const { filters } = useFrameMessages();
  const { own, reps, team, currency, isCompared, othersMin, months, deals } = report;
  const nameOf = ({ name, ownerId, isDeparted }: (typeof reps)[number]) => {
    const known = name ?? filters.rep(ownerId);
    return isDeparted ? messages.departed(known) : known;
  };
  return (
    <>
      <DealsCounted head={{ period: months, deals }} />
      {!isCompared && <Alert title={messages.notCompared(othersMin)} variant="info" />}
      {team !== null && (
        <Section title={messages.team}>
          <AgendaView row="team" agenda={team} currency={currency} />
        </Section>
      )}
      <Section title={messages.own}>
        {own === null ? (
          <Text>{messages.noOwn}</Text>
        ) : (
          <AgendaView row={own.ownerId} agenda={own} currency={currency} />
        )}
      </Section>
      {reps.map((rep) => (
        <Accordion key={rep.ownerId} title={nameOf(rep)}>
          <AgendaView row={rep.ownerId} agenda={rep} currency={currency} />
        </Accordion>
      ))}
    </>
  );
}
