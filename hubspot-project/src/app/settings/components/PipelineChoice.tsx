import { parsePipelines, type PipelineView } from '@deal-stage-insights/shared';
import { askApi, LoadView, useLoad } from '@deal-stage-insights/ui';
import { EmptyState, Select, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useStageMessages } from '../messages/stages.ts';

const PipelinesContext = createContext<readonly PipelineView[]>([]);

/** The account's pipelines, for everything below: read once. */
export function WithPipelines({ children }: { readonly children: ReactNode }) {
  const { variables } = useExtensionContext<'settings'>();
  const { noPipelines, noPipelinesNote } = useStageMessages();
  const { load, askAgain } = useLoad('pipelines', () =>
    askApi(variables?.['API_BASE_URL'], { path: '/v1/pipelines', parse: parsePipelines }),
  );
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {({ pipelines }) =>
        pipelines.length === 0 ? (
          <EmptyState title={noPipelines} layout="vertical">
            <Text>{noPipelinesNote}</Text>
          </EmptyState>
        ) : (
          <PipelinesContext.Provider value={pipelines}>{children}</PipelinesContext.Provider>
        )
      }
    </LoadView>
  );
}

export const usePipelines = () => useContext(PipelinesContext);

/** Shows one pipeline at a time; a single one needs no choice. */
export function PipelineChoice({ children }: { readonly children: (pipeline: PipelineView) => ReactNode }) {
  const pipelines = usePipelines();
  const { pipeline: label } = useStageMessages();
  const [chosenId, setChosenId] = useState(pipelines[0]?.pipelineId ?? '');
  const chosen = pipelines.find(({ pipelineId }) => pipelineId === chosenId);
  return (
    <>
      {pipelines.length > 1 && (
        <Select
          label={label}
          name="pipeline"
          value={chosenId}
          options={pipelines.map((each) => ({ value: each.pipelineId, label: each.label }))}
          onChange={(value) => setChosenId(String(value))}
        />
      )}
      {chosen !== undefined && children(chosen)}
    </>
  );
}
