import type { ActionSettings } from '@deal-stage-insights/shared';
import { ActionEffectView, Small, useWords } from '@deal-stage-insights/ui';
import { Button, Flex } from '@hubspot/ui-extensions';
import { effectOf, useEffects } from '../edit/use-effects.ts';
import { ACTIONS_MAX, actionsSection, newAction } from '../forms/actions.ts';
import { useActionMessages } from '../messages/actions.ts';
import { ActionFields } from './ActionFields.tsx';
import { usePipelines } from './PipelineChoice.tsx';
import { Rows } from './Rows.tsx';
import { type Fields, SectionForm } from './SectionForm.tsx';

/** What was done about stages, and under each what the stage did before and after it. */
export function ActionsSection() {
  const words = useActionMessages();
  return (
    <SectionForm spec={actionsSection} title={words.title} about={words.about}>
      {(fields) => <Actions {...fields} />}
    </SectionForm>
  );
}

function Actions({ draft: { actions }, change, at }: Fields<ActionSettings>) {
  const words = useActionMessages();
  const { askAgain: askAgainWord } = useWords();
  const [pipeline] = usePipelines();
  const { load, askAgain } = useEffects(actions.map(({ pipelineId }) => pipelineId));
  const { shown, isAsking } = load;
  const effects = shown.status === 'data' ? shown.data : [];
  return (
    <>
      <Rows
        rows={actions}
        none={words.none}
        add={words.add}
        removeLabel={words.remove}
        newRow={newAction(actions, pipeline)}
        most={ACTIONS_MAX}
        onChange={(changed) => change({ actions: changed })}
        below={(action) => {
          const effect = effectOf(effects, action);
          if (effect !== null) return <ActionEffectView effect={effect} />;
          return shown.status === 'loading' ? null : (
            <Small>{shown.status === 'data' ? words.notYet : words.refused}</Small>
          );
        }}
      >
        {(action, place, replace) => (
          <ActionFields {...{ action, place }} at={(name) => at(`actions.${place}.${name}`)} onChange={replace} />
        )}
      </Rows>
      {actions.length > 0 && (
        <Flex>
          <Button size="xs" variant="transparent" disabled={isAsking} onClick={askAgain}>
            {askAgainWord}
          </Button>
        </Flex>
      )}
    </>
  );
}
