import type { PresentRead } from './deal-read.ts';
import type { HistoryLayer } from './deal-record.ts';
import { byProperty } from './deal-version.ts';
import type { EpochMs } from './instant.ts';
import { joinHistory, NO_HISTORY } from './known-history.ts';
import { sorted } from './order.ts';

/** Joins a read into the layer of its number of merged deals, so that a merge at HubSpot rewrites nothing read before it. */
export function joinLayers(layers: readonly HistoryLayer[], read: PresentRead): readonly HistoryLayer[] {
  const merges = new Set(read.mergedDealIds).size;
  const before = layers.find((layer) => layer.merges === merges) ?? null;
  const layer = joinLayer(before, read, merges);
  return sorted([...layers.filter((other) => other !== before), layer], (a, b) => a.merges - b.merges);
}

function joinLayer(layer: HistoryLayer | null, read: PresentRead, merges: number): HistoryLayer {
  return {
    merges,
    mergedAt: merges === 0 ? null : earliest(layer?.mergedAt ?? null, read.mergedAt ?? read.lastModifiedAt),
    histories: byProperty((property) =>
      joinHistory(layer?.histories[property] ?? NO_HISTORY, read.histories[property], read.lastModifiedAt),
    ),
  };
}

function earliest(known: EpochMs | null, at: EpochMs): EpochMs {
  return known === null ? at : Math.min(known, at);
}
