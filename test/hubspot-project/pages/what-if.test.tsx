import { parseWhatIf, type WhatIfAnswer } from '@deal-stage-insights/shared';
import { Button, Select } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { pageInHubSpot, trigger } from './page-in-hubspot.tsx';
import { portalOf } from './portal-of-deals.ts';

describe('what-if on the forecast view', () => {
  it('computes each change at once, says what it touches, and shows the figures that the API answers', async () => {
    const backend = await portalOf(90);
    const answers: WhatIfAnswer[] = [];
    const page = pageInHubSpot({
      path: '/forecast',
      params: { pipeline: 'sales' },
      answers: async (url, method, body) => {
        const response = await backend(url, method, body);
        if (url.pathname.endsWith('/what-if')) answers.push(parseWhatIf(await response.clone().json()));
        return response;
      },
    });
    await page.waitFor(() => page.find(Select, { name: 'stage' }), { timeoutInMs: 5_000 });
    const add = () => page.find(Button, ({ text }) => text === 'Add and compute');
    expect(add().props.disabled).toBe(true);

    trigger(page.find(Select, { name: 'stage' }), 'onChange', 'demo');
    add().trigger('onClick');
    await page.waitFor(() => expect(page.text()).toContain('Difference'), { timeoutInMs: 5_000 });
    const [answer] = answers;

    expect(answer?.changes.map(({ change }) => change)).toEqual([
      { kind: 'lift-conversion', stageId: 'demo', shareOfLosses: 0.1 },
    ]);
    expect(page.text()).toContain('10% of the losses go on instead');
    expect(page.text()).toContain('Deals won, of those open today');
    expect(page.text()).toMatch(/Chance ever to be won, of a new deal \S+ \S+ \S+ points?/);

    page.find(Button, ({ text }) => text === 'Remove').trigger('onClick');
    await page.waitFor(() => expect(page.text()).not.toContain('Difference'));
    expect(answers).toHaveLength(1);
  });
});
