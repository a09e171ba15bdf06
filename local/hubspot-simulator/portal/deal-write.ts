import type { Revision } from '@deal-stage-insights/shared';
import type { PortalSeed } from '../../portal-seed.ts';
import type { DealWrite } from './changes.ts';
import { revisionsOf, type SimDeal } from './deal-state.ts';

export type StageMetadata = ReadonlyMap<
  string,
  { readonly pipelineId: string; readonly isClosed: boolean; readonly probability: number | null }
>;

export function stageMetadata(pipelines: PortalSeed['pipelines']): StageMetadata {
  return new Map(
    pipelines.flatMap(({ pipelineId, stages }) =>
      stages.map(({ stageId, isClosed, probability }) => [stageId, { pipelineId, isClosed, probability }] as const),
    ),
  );
}

/** A deal after a write, and the properties that really changed: writing the value that is there changes nothing. */
export function writeDeal(
  before: SimDeal | null,
  write: DealWrite,
  stages: StageMetadata,
): { readonly deal: SimDeal; readonly changed: readonly string[] } {
  const wanted = { ...closeDateOf(before, write, stages), ...write.properties };
  const changed = Object.keys(wanted).filter((name) => wanted[name] !== (before?.properties[name] ?? ''));
  if (before !== null && changed.length === 0) return { deal: before, changed };

  const properties: Record<string, string> = { ...before?.properties };
  const histories: Record<string, readonly Revision[]> = { ...before?.histories };
  for (const name of changed) {
    const value = wanted[name] ?? '';
    histories[name] = [
      ...(before === null ? [] : revisionsOf(before, name)),
      { at: write.at, value, sourceType: write.sourceType },
    ];
    if (value === '') delete properties[name];
    else properties[name] = value;
  }
  const createdAt = before?.createdAt ?? write.at;
  return { deal: { dealId: write.dealId, createdAt, lastModifiedAt: write.at, properties, histories }, changed };
}

/** HubSpot sets the close date again when a deal moves into a closed stage, unless the same write sets one. */
function closeDateOf(before: SimDeal | null, write: DealWrite, stages: StageMetadata): Record<string, string> {
  const to = write.properties['dealstage'];
  if (to === undefined || to === before?.properties['dealstage'] || stages.get(to)?.isClosed !== true) return {};
  return { closedate: new Date(write.at).toISOString() };
}
