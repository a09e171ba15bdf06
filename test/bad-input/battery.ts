import { apiSurface } from './api-surface.ts';
import { csvSurface } from './csv-surface.ts';
import type { Surface } from './finding.ts';
import { hubspotSurface } from './hubspot-surface.ts';
import { queueSurface } from './queue-surface.ts';
import { storedSurface } from './stored-surface.ts';
import { webhookSurface } from './webhook-surface.ts';

/** By name: everything that takes input from outside, and how much of all input it gets. */
export const SURFACES: readonly { readonly share: number; readonly open: () => Promise<Surface> | Surface }[] = [
  { share: 0.3, open: webhookSurface },
  { share: 0.25, open: apiSurface },
  { share: 0.15, open: queueSurface },
  { share: 0.15, open: hubspotSurface },
  { share: 0.05, open: csvSurface },
  { share: 0.1, open: storedSurface },
];

/** Feeds so many inputs, beginning with the corpus. A finding names the number that makes the input again. */
export async function feedAll(surface: Surface & { close?(): void }, inputs: number): Promise<void> {
  try {
    for (let nth = 0; nth < inputs; nth += 1) {
      await surface.feed(nth).catch((cause: unknown) => {
        throw new Error(`${surface.name}, input ${nth}: ${cause instanceof Error ? cause.message : ''}`, { cause });
      });
    }
  } finally {
    surface.close?.();
  }
}
