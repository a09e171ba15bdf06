import type { PipelineView } from '@deal-stage-insights/shared';
import { LoadView } from '@deal-stage-insights/ui';
import { EmptyState, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { useFrameMessages } from '../messages/frame.ts';
import { usePage, usePipeline } from '../page-context.tsx';

/** Waits until it is known which pipelines there are; there may be none yet. */
export function PipelineGate({ children }: { readonly children: (pipeline: PipelineView) => ReactNode }) {
  const { pipelines, askPipelinesAgain } = usePage();
  const { noPipelines } = useFrameMessages();
  const pipeline = usePipeline();
  return (
    <LoadView load={pipelines} onAskAgain={askPipelinesAgain}>
      {() =>
        pipeline === null ? (
          <EmptyState title={noPipelines.title} layout="vertical">
            <Text>{noPipelines.body}</Text>
          </EmptyState>
        ) : (
          children(pipeline)
        )
      }
    </LoadView>
  );
}
