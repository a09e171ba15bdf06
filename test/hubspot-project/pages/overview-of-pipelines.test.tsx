import { Accordion, Button, ErrorState, Table, TableRow } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { overviewReport } from './overview-builder.ts';
import { pageInHubSpot, problem, textOf } from './page-in-hubspot.tsx';

const TITLE = 'All pipelines side by side';
const pipelines = (...labels: readonly string[]) => ({
  asOf: Date.UTC(2026, 4, 20),
  pipelines: labels.map((label) => ({ pipelineId: label.toLowerCase(), label, stages: [] })),
});
const sales = overviewReport();
const service = {
  ...sales,
  figures: sales.figures.map((figure) =>
    figure.figure === 'won-value' ? { ...figure, now: { kind: 'counted', value: 77_000, n: 9 } } : figure,
  ),
};

function open(answers: Readonly<Record<string, unknown>>, params: Readonly<Record<string, string>> = {}) {
  return pageInHubSpot({ path: '/overview', params: { pipeline: 'sales', ...params }, answers });
}

async function sideBySide(page: ReturnType<typeof open>) {
  await page.waitFor(() => page.find(Accordion, { title: TITLE }));
  page.find(Accordion, { title: TITLE }).trigger('onClick');
}

describe('all pipelines side by side', () => {
  it('are asked for when somebody opens them, with the filters of the page, and each told by its own report', async () => {
    const page = open(
      {
        '/v1/pipelines': pipelines('Sales', 'Service'),
        '/v1/pipelines/sales/overview': sales,
        '/v1/pipelines/service/overview': service,
      },
      { from: '2026-01-01', to: '2026-04-01' },
    );
    await page.waitFor(() => expect(page.text()).toContain(TITLE));
    expect(page.urls.filter((url) => url.includes('/service/'))).toEqual([]);
    await sideBySide(page);
    await page.waitFor(() => page.find(Table));

    const rows = page.findAll(TableRow).map(textOf);
    expect(rows).toHaveLength(3);
    for (const text of ['Sales', '€12,000', '30%', '€100', 'Clearly more', 'Clearly less'])
      expect(rows[1]).toContain(text);
    for (const text of ['Service', '€77,000', '30%']) expect(rows[2]).toContain(text);
    const [asked] = page.urls.filter((url) => url.includes('/service/'));
    expect(new URL(asked ?? '').search).toBe('?from=2026-01-01&to=2026-04-01');
  });

  it('list a pipeline that has no report yet', async () => {
    const known = { '/v1/pipelines': pipelines('Sales', 'Service'), '/v1/pipelines/sales/overview': sales };
    const page = open(known);
    await sideBySide(page);
    await page.waitFor(() => page.find(Table));
    expect(textOf(page.findAll(TableRow).at(-1))).toMatch(/Service.*–/);
  });

  it('say so and can be asked for again where none could be read', async () => {
    let isUp = true;
    const page = pageInHubSpot({
      path: '/overview',
      params: { pipeline: 'sales' },
      answers: ({ pathname }) =>
        Promise.resolve(
          pathname === '/v1/pipelines'
            ? Response.json(pipelines('Sales', 'Service'))
            : pathname.endsWith('/overview') && isUp
              ? Response.json(sales)
              : problem(500, 'internal'),
        ),
    });
    await page.waitFor(() => page.find(Accordion, { title: TITLE }));
    isUp = false;
    await sideBySide(page);
    await page.waitFor(() => page.find(ErrorState), { timeoutInMs: 5_000 });

    isUp = true;
    page.find(ErrorState).find(Button).trigger('onClick');
    await page.waitFor(() => page.find(Table));
  });

  it('are not offered where there is one', async () => {
    const page = open({ '/v1/pipelines': pipelines('Sales'), '/v1/pipelines/sales/overview': sales });
    await page.waitFor(() => expect(page.text()).toContain('Value won'));

    expect(page.text()).not.toContain(TITLE);
  });
});
