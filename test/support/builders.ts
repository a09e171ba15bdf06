import {
  DAY_MS,
  type DealRead,
  type DealRecord,
  mergeDeal,
  type PipelineIndex,
  type PipelineView,
  type PresentRead,
  pipelineIndex,
  type Revision,
  type StageRole,
  type StageView,
  TRACKED_PROPERTIES,
} from '@deal-stage-insights/shared';

/** Monday 2026-01-05, 09:00 UTC: when built deals are created. */
export const START = Date.UTC(2026, 0, 5, 9);

export const day = (days: number): number => START + days * DAY_MS;

/**
 * Stages in display order, each `id` or `id:role`.
 * @example somePipeline('sales', 'new, demo, offer, won:won, lost:lost')
 */
export function somePipeline(pipelineId: string, stages: string): PipelineView {
  return {
    pipelineId,
    label: pipelineId,
    stages: stages.split(', ').map((text, displayOrder) => {
      const [stageId = '', role = 'open'] = text.split(':');
      return aStage({ stageId, label: stageId, role: role as StageRole, displayOrder });
    }),
  };
}

function aStage(overrides: Partial<StageView> = {}): StageView {
  const role = overrides.role ?? 'open';
  return {
    stageId: 'new',
    label: 'New',
    role,
    displayOrder: 0,
    typedProbability: role === 'won' ? 1 : role === 'lost' ? 0 : 0.5,
    isUnknown: false,
    ...overrides,
  };
}

/** Two pipelines: `sales` with a lateral parked stage and lost before won, and `care`. */
export const SALES = somePipeline('sales', 'new, demo, waiting:parked, lost:lost, offer, won:won, thanks:post-win');
export const CARE = somePipeline('care', 'welcome, review, renewed:won, left:lost');

export function someIndex(...pipelines: readonly PipelineView[]): PipelineIndex {
  return pipelineIndex(pipelines.length === 0 ? [SALES, CARE] : pipelines);
}

/**
 * Revisions of one property from a line of `value duration`, from START on (or `at`); the last needs no duration.
 * Durations are days (`3d`, `0.5d`) or ms (`0ms`); a source may follow in brackets.
 * @example aTimeline('new 3d, demo[IMPORT] 5d, won')
 */
export function aTimeline(line: string, at: number = START): readonly Revision[] {
  let next = at;
  return line.split(', ').map((entry) => {
    const [word = '', duration = '0d'] = entry.split(' ');
    const [value = '', source = 'CRM_UI'] = word.split(/[[\]]/);
    const revision = { at: next, value, sourceType: source };
    next += duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(duration.slice(0, -1)) * DAY_MS;
    return revision;
  });
}

/** A read of a deal that was created at START and is in stage `new`. `lastModifiedAt` is its newest revision unless given. */
export function aDealRead(
  overrides: Partial<Omit<PresentRead, 'histories'>> & { readonly histories?: Partial<PresentRead['histories']> } = {},
): PresentRead {
  const histories = {
    dealstage: aTimeline('new'),
    hubspot_owner_id: [],
    amount: [],
    closedate: [],
    ...overrides.histories,
  };
  const newest = Math.max(START, ...TRACKED_PROPERTIES.flatMap((property) => histories[property].map(({ at }) => at)));
  const lastModifiedAt = overrides.lastModifiedAt ?? newest;
  return {
    kind: 'present',
    dealId: '1001',
    readAt: lastModifiedAt + 1000,
    createdAt: START,
    facts: { dealname: 'Acme – new website' },
    mergedDealIds: [],
    mergedAt: null,
    ...overrides,
    lastModifiedAt,
    histories,
  };
}

/** The read of a deal that went through the stages of the line; see `aTimeline`. */
export function aDealThrough(line: string, overrides: Parameters<typeof aDealRead>[0] = {}): PresentRead {
  return aDealRead({ ...overrides, histories: { ...overrides.histories, dealstage: aTimeline(line) } });
}

/** The record that reads leave, in the order given. */
export function aRecord(...reads: readonly DealRead[]): DealRecord {
  const record = reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null);
  if (record === null) throw new Error('These reads leave no record.');
  return record;
}
