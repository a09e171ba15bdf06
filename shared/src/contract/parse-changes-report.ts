import {
  CHANGE_KINDS,
  type ChangedDeal,
  type ChangesReport,
  type ChangeStep,
  type OpenPipeline,
} from './changes-report.ts';
import { finite, listOf, nullable, object, oneOf, text } from './decode.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';

const kind = oneOf(...CHANGE_KINDS);
const openPipeline = object<OpenPipeline>({
  deals: finite,
  amount: finite,
  expected: finite,
  withoutAmount: finite,
  withoutChance: finite,
});
const step = object<ChangeStep>({
  kind,
  cell: text,
  affected: finite,
  affectedAmount: finite,
  deals: finite,
  amount: finite,
  expected: finite,
});
const row = object<ChangedDeal>({
  dealId: text,
  name: nullable(text),
  kinds: listOf(kind),
  fromStage: nullable(stageView),
  toStage: nullable(stageView),
  amountThen: nullable(finite),
  amountNow: nullable(finite),
  closeThenAt: nullable(finite),
  closeNowAt: nullable(finite),
  expectedChange: finite,
});
const changesReport = object<ChangesReport>({
  ...reportHeadFields,
  fromAt: finite,
  toAt: finite,
  before: openPipeline,
  after: openPipeline,
  steps: listOf(step),
  rows: listOf(row),
  rowsInAll: finite,
  asNow: listOf(text),
});

/** Reads the answer of `GET /v1/pipelines/{id}/changes`; throws a `ContractError` that names the place where it is broken. */
export const parseChangesReport = (input: unknown): ChangesReport => changesReport(input, '');
