import type { DealInsights } from '@deal-stage-insights/shared';
import { Column, Small } from '@deal-stage-insights/ui';
import { Flex, Heading } from '@hubspot/ui-extensions';
import { tenthsOf, tenthsOverByNow } from '../figures/position-among-visits.ts';
import { closing } from '../figures/way.ts';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';
import { VerdictTag } from './Verdict.tsx';

/** The one sentence a rep reads, and under it what the sentence is about. */
export function Headline({ insights }: { readonly insights: DealInsights }) {
  const messages = useMessages();
  return (
    <Column gap="xs">
      <Flex direction="row" gap="sm" align="center" wrap="wrap">
        <Heading>{headlineSentence(insights, messages)}</Heading>
        <VerdictTag stalled={insights.stalled} />
      </Flex>
      <Small>{subject(insights, messages)}</Small>
    </Column>
  );
}

/** The one sentence alone. */
export function headlineSentence(insights: DealInsights, messages: Messages): string {
  const { headline } = messages;
  const closed = closing(insights.visits);
  const stay = staySentence(insights, messages);
  switch (insights.status) {
    case 'won':
      return closed === null ? messages.way.won : headline.won(closed.at, closed.afterDays);
    case 'lost':
      return closed === null ? messages.way.lost : headline.lost(closed.at, closed.afterDays);
    case 'parked':
      return headline.parked(stay);
    case 'post-win':
      return headline.postWin(stay);
    case 'deleted':
      return headline.deleted;
    case 'open': {
      const comparison = comparisonOf(insights, headline);
      return comparison === null ? stay : headline.withComparison(stay, comparison);
    }
  }
}

/** Against the deals that were won from here where enough are known, else against all visits. */
function comparisonOf({ headline, usual }: DealInsights, words: Messages['headline']): string | null {
  const amongWon = headline === null ? null : tenthsOf(headline.shareOfWonGoneByNow);
  if (amongWon !== null) return words.comparison(amongWon, true);
  const amongVisits = tenthsOverByNow(usual);
  return amongVisits === null ? null : words.comparison(amongVisits, false);
}

function staySentence({ current, stage }: DealInsights, { headline }: Messages): string {
  return current === null ? stage.label : headline.stay(stage.label, current.ageDays, current.isAtLeast);
}

function subject({ pipelineLabel, dealAgeDays, current }: DealInsights, { headline }: Messages): string {
  const parts = [pipelineLabel, headline.dealAge(dealAgeDays)];
  if (current !== null && current.visitNumber > 1) parts.push(headline.visitNumber(current.visitNumber));
  return parts.join(' · ');
}
