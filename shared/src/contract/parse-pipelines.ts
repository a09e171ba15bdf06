import { finite, listOf, object, sinceLater, text } from './decode.ts';
import { stageView } from './decode-stage.ts';
import { bilingual } from './decode-words.ts';
import type { PipelineList, PipelineView, PropertyValue, PropertyValues } from './pipelines.ts';

const pipeline = object<PipelineView>({ pipelineId: text, label: text, stages: listOf(stageView) });
const values = listOf(object<PropertyValue>({ value: text, name: bilingual }));
const pipelineList = object<PipelineList>({
  asOf: finite,
  pipelines: listOf(pipeline),
  values: sinceLater(object<PropertyValues>({ dealType: values, source: values })),
});

/** Reads the answer of `GET /v1/pipelines`; throws a `ContractError` that names the place where it is broken. */
export const parsePipelines = (input: unknown): PipelineList => pipelineList(input, '');
