import type { StageFigures } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { overviewReport } from './overview-builder.ts';
import { pageInHubSpot } from './page-in-hubspot.tsx';
import { pipelineList, stagesReport } from './stages-builder.ts';

/** What the table says of a stage against the period before. */
async function said(bottleneck: Partial<StageFigures['bottleneck']>, locale = 'en'): Promise<string> {
  const report = stagesReport();
  const still = { reason: null, dwell: 'no-clear-change', losses: 'no-clear-change', takesMostTime: false } as const;
  const stages = report.stages.slice(0, 1).map((stage) => ({ ...stage, bottleneck: { ...still, ...bottleneck } }));
  const answers = {
    '/v1/pipelines': pipelineList,
    '/v1/pipelines/default/stages': { ...report, stages },
    '/v1/pipelines/default/overview': overviewReport(),
  };
  const page = pageInHubSpot({ path: '/stages', locale, answers });
  await page.waitFor(() => expect(page.text()).toMatch(/Against the period before|Face à la période précédente/));
  return page.text();
}

describe('a stage against the period before', () => {
  it.each([
    [{ dwell: 'faster' }, 'Faster'],
    [{ losses: 'fewer' }, 'Loses less'],
    [{ dwell: 'slower' }, 'Slower'],
    [{ dwell: 'slower', reason: 'slower' }, 'Bottleneck: slower'],
    [{ losses: 'more', reason: 'more-losses' }, 'Bottleneck: loses more'],
  ] as const)('is never said to be as before where it clearly changed: %j', async (bottleneck, text) => {
    const shown = await said(bottleneck);

    expect(shown).toContain(text);
    expect(shown).not.toContain('No clear change');
  });

  it('is told what became better beside what clogs', async () => {
    const both = await said({ dwell: 'slower', losses: 'fewer', reason: 'slower' }, 'fr');

    expect(both).toMatch(/Goulot\s: plus lente\s+Perd moins/);
    expect(both).not.toContain('Plus lente');
  });

  it('is said to be as before only where both can be judged in part at least', async () => {
    expect(await said({})).toContain('No clear change');
    expect(await said({ dwell: 'insufficient', losses: 'insufficient' })).toContain('Too little to compare');
  });
});
