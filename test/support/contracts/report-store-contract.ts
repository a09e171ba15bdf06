import { describe, expect, it } from 'vitest';
import type { ReportStore } from '../../../functions/ports/report-store.ts';

/** What rollup and the API rely on. */
export function reportStoreContract(make: () => Promise<ReportStore>): void {
  describe('ReportStore', () => {
    it('gives back the text that was stored, byte for byte', async () => {
      const store = await make();
      const json = JSON.stringify({ label: 'Übergabe 🤝', figures: Array.from({ length: 5000 }, (_, n) => n / 7) });

      expect(await store.readReport('default', 'stages')).toBeNull();
      expect(await store.storeReport('default', 'stages', json)).toBe('stored');
      expect(await store.readReport('default', 'stages')).toBe(json);
    });

    it('says when there was nothing to write, and answers what was stored last', async () => {
      const store = await make();

      expect(await store.storeReport('default', 'stages', '{"n":1}')).toBe('stored');
      expect(await store.storeReport('default', 'stages', '{"n":1}')).toBe('unchanged');
      expect(await store.readReport('default', 'stages')).toBe('{"n":1}');
      expect(await store.storeReport('default', 'stages', '{"n":2}')).toBe('stored');
      expect(await store.readReport('default', 'stages')).toBe('{"n":2}');
    });

    it('keeps pipelines and names apart, whatever their ids hold', async () => {
      const store = await make();
      const places = [
        ['a', 'b'],
        ['a#b', 'b'],
        ['a', 'b#b'],
        ['a%23b', 'b'],
      ] as const;
      for (const [index, [pipelineId, name]] of places.entries())
        await store.storeReport(pipelineId, name, String(index));

      const read = await Promise.all(places.map(([pipelineId, name]) => store.readReport(pipelineId, name)));

      expect(read).toEqual(['0', '1', '2', '3']);
    });
  });
}
