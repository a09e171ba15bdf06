import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildCards } from '../../tools/build-cards.ts';
import { bundleFaults } from '../../tools/bundle-faults.ts';

describe('buildCards', () => {
  it("builds every entry with HubSpot's builder into bundles that may be uploaded, and leaves the source folder alone", async () => {
    const srcDir = path.resolve('hubspot-project/src');
    const outDir = await mkdtemp(path.join(tmpdir(), 'cards-'));
    onTestFinished(() => rm(outDir, { recursive: true }));
    const before = await readdir(srcDir, { recursive: true });

    const bundles = await buildCards(srcDir, outDir);

    expect(bundles.map(({ name }) => name).toSorted()).toEqual([
      'AnalyticsPage',
      'DealInsightsCard',
      'DealPulseCard',
      'SettingsPage',
      'TeamAnalyticsCard',
    ]);
    for (const { type, file, manifestFile } of bundles) {
      expect(bundleFaults(type, await readFile(file, 'utf8'), await readFile(manifestFile, 'utf8'))).toEqual([]);
    }
    expect((await readdir(outDir)).toSorted()).toEqual(
      bundles.flatMap(({ name }) => [`${name}-manifest.json`, `${name}.js`]).toSorted(),
    );
    expect(await readdir(srcDir, { recursive: true })).toEqual(before);
  });
});
