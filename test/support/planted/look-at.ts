import { type DealRecord, type ReportFilters, RULE_BOOK, type Settings } from '@deal-stage-insights/shared';
import { NO_FILTERS, reportQuestion } from '../../../functions/rollup/report-question.ts';
import { PIPELINE_MODELS } from '../../../local/generator/pipeline-models.ts';
import type { Situation } from '../../../local/generator/truth.ts';
import type { SeedDeal } from '../../../local/portal-seed.ts';
import { type Coaches, coachesOf } from '../../shared/coaching/coached.ts';
import { generatedRecords } from '../generated-blocks.ts';

const YEAR = { fromDay: '2025-11-20', toDay: '2026-11-20' };

/** A generated portal, what is planted in it, and what reports and cards may be asked of it. */
export function lookAt(seed: number, dealCount: number) {
  const { portal, truth, pipelines } = generatedRecords({ seed, deals: dealCount });
  const asOf = portal.endsAt;
  const of = (pipelineId: string) => {
    const found = pipelines.find(({ pipeline }) => pipeline.pipelineId === pipelineId);
    if (found === undefined) throw new Error(`There is no pipeline ${pipelineId}.`);
    return found;
  };
  const known = new Map<string, Coaches>();
  const coaches = (pipelineId: string): Coaches => {
    const { pipeline, table } = of(pipelineId);
    const made = known.get(pipelineId) ?? coachesOf(table, pipeline, asOf);
    known.set(pipelineId, made);
    return made;
  };
  const openRecords = (pipelineId: string) => of(pipelineId).records.filter((record) => !isClosed(stageNow(record)));
  return {
    seed,
    asOf,
    faults: truth.faults,
    deals: [...portal.deals],
    of,
    coaches,
    openRecords,
    planted: <K extends Situation['kind']>(kind: K, pipelineId?: string) => {
      const isIt = (each: Situation): each is Extract<Situation, { kind: K }> =>
        each.kind === kind && (pipelineId === undefined || !('pipelineId' in each) || each.pipelineId === pipelineId);
      const found = truth.situations.find(isIt);
      if (found === undefined) throw new Error(`No ${kind} is planted.`);
      return found;
    },
    question: (pipelineId: string, days: Partial<ReportFilters> = YEAR) => {
      const { pipeline, table } = of(pipelineId);
      const account = { timeZone: 'UTC', currency: 'EUR' };
      const stamp = { asOf, position: {}, modelVersion: '1' };
      const question = reportQuestion({ table, pipeline, account, stamp, filters: { ...NO_FILTERS, ...days } });
      if (question === null) throw new Error('The period is over.');
      return question;
    },
    /** On the cards of open deals, with all other rules switched off. */
    hintsOf: (pipelineId: string, ruleId: string) => {
      const switches = RULE_BOOK.map(
        (rule) => [rule.ruleId, { isOn: rule.ruleId === ruleId, thresholds: {} }] as const,
      );
      const rules: Settings['rules'] = { rules: Object.fromEntries(switches) };
      const own = coaches(pipelineId);
      return openRecords(pipelineId).flatMap((record) => own.card(record, { settings: { rules } }).hints ?? []);
    },
  };
}

export type Looked = ReturnType<typeof lookAt>;

export function revisionsOf({ histories }: SeedDeal, property: string) {
  return histories[property] ?? [];
}

export function currentStageOf(deal: SeedDeal): string {
  return revisionsOf(deal, 'dealstage').at(-1)?.value ?? '';
}

function stageNow(record: DealRecord): string {
  return record.kind === 'deal' ? (record.version?.current.dealstage ?? '') : '';
}

export function isClosed(stageId: string): boolean {
  return PIPELINE_MODELS.some(({ stages }) => stages.some((stage) => stage.stageId === stageId && stage.isClosed));
}

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
