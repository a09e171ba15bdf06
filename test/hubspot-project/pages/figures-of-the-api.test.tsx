import { BarChart, Button, LineChart } from '@hubspot/ui-extensions';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Language, readingOf } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { VIEWS } from '../../../hubspot-project/src/app/pages/views.ts';
import { numbersIn, shownForms, textsIn, tokensIn } from './figures-in-an-answer.ts';
import { pageInHubSpot } from './page-in-hubspot.tsx';
import { type Backend, portalOf } from './portal-of-deals.ts';
import { writtenTokens } from './written-tokens.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await portalOf(90);
});

/** A view over the API, with all that its screen reads. */
async function shown(viewId: string, language: Language) {
  const answer: unknown = await (await backend(new URL(`https://x.example/v1/pipelines/sales/${viewId}`))).json();
  const page = pageInHubSpot({ path: `/${viewId}`, params: { pipeline: 'sales' }, locale: language, answers: backend });
  await page.waitFor(
    () => expect(page.text()).toContain(language === 'en' ? 'How is this computed' : 'Comment est-ce calculé'),
    { timeoutInMs: 5_000 },
  );
  return { answer, page };
}

const chartSchema = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

describe.each(VIEWS.map(({ id }) => id))('the screen of %s', (viewId) => {
  let screens: Readonly<Record<Language, Awaited<ReturnType<typeof shown>>>>;
  beforeAll(async () => {
    screens = { en: await shown(viewId, 'en'), fr: await shown(viewId, 'fr') };
  });

  it.each(['en', 'fr'] as const)('reads no figure, in %s, that the API did not answer', (language) => {
    const { answer, page } = screens[language];
    const { formats } = readingOf(language, 'Europe/Paris');
    const known = new Set([
      ...numbersIn(answer).flatMap((value) => shownForms(value, formats)),
      ...textsIn(answer).flatMap((text) => [...tokensIn(text), ...shownForms(text, formats)]),
      ...writtenTokens(language, formats),
    ]);

    expect(tokensIn(page.text()).filter((token) => !known.has(token))).toEqual([]);
  });

  it('copies the numbers of its tables to the last digit as the API answered them', () => {
    const { answer, page } = screens.en;
    const known = new Set(numbersIn(answer).map(String));
    page.mocks.actions.copyTextToClipboard.willCall(() => Promise.resolve());
    for (const button of page.findAll(Button, ({ text }) => text === 'Copy this table')) button.trigger('onClick');
    const copied = page.mocks.actions.copyTextToClipboard.calls.map(([text]) => String(text));
    const cells = copied.flatMap((text) => text.split('\n').slice(1)).flatMap((line) => line.split('\t'));
    const numbers = cells.filter((cell) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell));

    expect(numbers.filter((cell) => !known.has(cell))).toEqual([]);
  });

  it('draws no bar and no point that the API did not answer', () => {
    const { answer, page } = screens.en;
    const known = new Set(numbersIn(answer).flatMap((value) => [value, value * 100, value / 1000].flatMap(drawn)));
    const charts = [...page.findAll(BarChart), ...page.findAll(LineChart)];
    const points = charts.flatMap(({ props }) => chartSchema.parse(props.data)).flatMap((row) => Object.values(row));

    expect(points.filter((value) => typeof value === 'number' && !known.has(value))).toEqual([]);
  });
});

/** As it is, as a whole number, and with one decimal. */
const drawn = (value: number) => [value, Math.round(value), Math.round(value * 10) / 10];
