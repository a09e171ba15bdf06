import { beforeAll, describe, expect, it } from 'vitest';
import { pageInHubSpot } from './page-in-hubspot.tsx';
import { type Backend, portalOf } from './portal-of-deals.ts';
import { measured } from './stages-builder.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await portalOf(90);
});

async function forecast(quarterEndRush: unknown, locale = 'en') {
  const answers: Backend = async (url, method) => {
    const answer = await backend(url, method);
    return url.pathname.endsWith('/forecast')
      ? Response.json({ ...Object(await answer.json()), quarterEndRush })
      : answer;
  };
  const page = pageInHubSpot({ path: '/forecast', params: { pipeline: 'sales' }, locale, answers });
  await page.waitFor(() => expect(page.text()).toMatch(/By month and quarter|Par mois et par trimestre/), {
    timeoutInMs: 5_000,
  });
  return page.text();
}

const told = { even: 0.153, days: 14, quarters: 7 };

describe('wins at the end of the quarter', () => {
  it('are told with their interval, their cases and what an even share would be', async () => {
    const rush = { ...told, share: measured(0.31), verdict: 'rush' };

    expect(await forecast(rush)).toContain(
      'Wins wait for the end of the quarter: 31% of wins came in its last two weeks (25% to 37% · 120 cases); evenly spread it would be 15%.',
    );
    expect(await forecast(rush, 'fr')).toMatch(/Les gains attendent la fin du trimestre\s: 31\s%/);
    expect(await forecast({ ...rush, verdict: 'no-clear-rush' })).toContain('No clear rush at the end of the quarter:');
  });

  it('are not spoken of where too little is known, or by an API that does not tell of them', async () => {
    const insufficient = { ...told, share: { kind: 'insufficient', n: 3, needed: 20 }, verdict: 'insufficient' };

    for (const silent of [insufficient, undefined]) expect(await forecast(silent)).not.toContain('end of the quarter');
  });
});
