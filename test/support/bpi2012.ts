import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PipelineView, StageView, VisitTable } from '@deal-stage-insights/shared';
import { visitTableOfLog } from '../../local/evaluate/visit-table-of-log.ts';
import { readHistory } from '../../local/history-csv/read-history.ts';

/** The folder of evaluation logs: other people's data, read in place and never copied into the project. */
const folder = process.env.DATA_DIR ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

const STAGE_IDS = ['submitted', 'preaccepted', 'accepted', 'offer_sent', 'offer_returned', 'won', 'lost'];

export const bpi2012File = (name: string): string => {
  const file = join(folder, 'bpi2012', name);
  if (!existsSync(file)) throw new Error(`NOT RUN: ${file} cannot be read. DATA_DIR names the folder of the logs.`);
  return file;
};

/** The log of BPI Challenge 2012 (doi 10.4121/uuid:3926db30-f712-4394-aebc-75976070e91f) as one pipeline. */
export async function readBpi2012(): Promise<{ readonly table: VisitTable; readonly pipeline: PipelineView }> {
  const histories = await readHistory(bpi2012File('bpi2012_transitions.csv.gz'));
  const stages = STAGE_IDS.map(
    (stageId, displayOrder): StageView => ({
      stageId,
      label: stageId,
      role: stageId === 'won' || stageId === 'lost' ? stageId : 'open',
      displayOrder,
      typedProbability: null,
      isUnknown: false,
    }),
  );
  return {
    table: visitTableOfLog(histories, STAGE_IDS),
    pipeline: { pipelineId: 'log', label: 'BPI 2012', stages },
  };
}
