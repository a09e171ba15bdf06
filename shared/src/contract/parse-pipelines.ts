import { finite, listOf, object, text } from './decode.ts';
import { stageView } from './decode-stage.ts';
import type { PipelineList, PipelineView } from './pipelines.ts';

const pipeline = object<PipelineView>({ pipelineId: text, label: text, stages: listOf(stageView) });
const pipelineList = object<PipelineList>({ asOf: finite, pipelines: listOf(pipeline) });

/** Reads the answer of `GET /v1/pipelines`; throws a `ContractError` that names the place where it is broken. */
export const parsePipelines = (input: unknown): PipelineList => pipelineList(input, '');
