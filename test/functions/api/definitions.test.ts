import { parseDefinitions } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { DEFINED_REPORTS } from '../../../functions/api/definitions/defined-reports.ts';
import { VIEWS } from '../../../hubspot-project/src/app/pages/views.ts';
import { apiHost, ask } from './api-host.ts';

describe('GET /v1/definitions/{report}', () => {
  it.each(DEFINED_REPORTS)(
    'says how figures of %s are computed, in both languages, and each time something else',
    async (report) => {
      const { status, json } = await ask(apiHost(), `/v1/definitions/${report}`);
      const { answers } = parseDefinitions(json);

      expect(status).toBe(200);
      expect(parseDefinitions(json)).toEqual(json);
      expect(answers.length).toBeGreaterThan(2);
      expect(new Set(answers.flatMap(({ en, fr }) => [en, fr])).size).toBe(answers.length * 2);
    },
  );

  it('reads nothing of the portal', async () => {
    const host = apiHost();
    await ask(host, '/v1/definitions/flow');

    expect(host.calls.filter((call) => call !== 'readPeople')).toEqual([]);
  });

  it('knows each report that the page shows, that of cards and settings, the card of a deal, and no other name', async () => {
    expect([...DEFINED_REPORTS].toSorted()).toEqual([...VIEWS.map(({ id }) => id), 'actions', 'deal'].toSorted());
    expect((await ask(apiHost(), '/v1/definitions/nothing')).status).toBe(400);
  });
});
