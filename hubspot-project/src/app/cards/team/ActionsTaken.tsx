import type { ActionsReport } from '@deal-stage-insights/shared';
import { ActionEffectView, Column, Section, Small, useEffectMessages } from '@deal-stage-insights/ui';
import { Text, Tile } from '@hubspot/ui-extensions';
import { useTeamMessages } from './messages.ts';

/** More would bury what else the card shows. */
const SHOWN = 3;

/** What was done about the pipeline's stages, the newest first, and what each stage did before and after it. */
export function ActionsTaken({ report }: { readonly report: ActionsReport | null }) {
  const { actions: words, notYet } = useTeamMessages();
  const { since } = useEffectMessages();
  const actions = report?.actions ?? [];
  return (
    <Section title={words.title}>
      {report === null && <Text>{notYet}</Text>}
      {report !== null && actions.length === 0 && <Text>{words.none}</Text>}
      {actions.slice(0, SHOWN).map((effect) => (
        <Tile key={effect.actionId} compact={true}>
          <Column>
            <Text format={{ fontWeight: 'demibold' }}>{`${effect.stage.label}: ${effect.done}`}</Text>
            <Small>{since(effect.day)}</Small>
            <ActionEffectView effect={effect} />
          </Column>
        </Tile>
      ))}
      {actions.length > SHOWN && <Small>{words.more(actions.length - SHOWN)}</Small>}
    </Section>
  );
}
