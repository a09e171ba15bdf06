import { describe, expect, it } from 'vitest';
import type { Formats } from '../../hubspot-project/src/app/packages/ui/language/formats.ts';
import { readingOf } from '../../hubspot-project/src/app/packages/ui/language/language.ts';
import { calibrationCatalogues } from '../../hubspot-project/src/app/pages/messages/calibration.ts';
import { forecastCatalogues } from '../../hubspot-project/src/app/pages/messages/forecast.ts';
import { frameCatalogues } from '../../hubspot-project/src/app/pages/messages/frame.ts';
import { flowCatalogues } from '../../hubspot-project/src/app/pages/messages/flow.ts';
import { overviewCatalogues } from '../../hubspot-project/src/app/pages/messages/overview.ts';
import { repsCatalogues } from '../../hubspot-project/src/app/pages/messages/reps.ts';
import { sourcesCatalogues } from '../../hubspot-project/src/app/pages/messages/sources.ts';
import { stagesCatalogues } from '../../hubspot-project/src/app/pages/messages/stages.ts';
import { transitionsCatalogues } from '../../hubspot-project/src/app/pages/messages/transitions.ts';
import { velocityCatalogues } from '../../hubspot-project/src/app/pages/messages/velocity.ts';
import { healthCatalogues } from '../../hubspot-project/src/app/settings/messages/health.ts';
import { teamCatalogues } from '../../hubspot-project/src/app/cards/team/messages.ts';
import { dealsCatalogues } from '../../hubspot-project/src/app/settings/messages/deals.ts';
import { ruleCatalogues } from '../../hubspot-project/src/app/settings/messages/rules.ts';
import { settingsCatalogues } from '../../hubspot-project/src/app/settings/messages/settings.ts';
import { stageCatalogues } from '../../hubspot-project/src/app/settings/messages/stages.ts';
import { timeCatalogues } from '../../hubspot-project/src/app/settings/messages/time.ts';

interface Catalogue {
  readonly en: (formats: Formats) => object;
  readonly fr: (formats: Formats) => object;
}

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  'the team analytics card': teamCatalogues,
  frame: frameCatalogues,
  overview: overviewCatalogues,
  transitions: transitionsCatalogues,
  sources: sourcesCatalogues,
  reps: repsCatalogues,
  stages: stagesCatalogues,
  flow: flowCatalogues,
  velocity: velocityCatalogues,
  forecast: forecastCatalogues,
  calibration: calibrationCatalogues,
  health: healthCatalogues,
  settings: settingsCatalogues,
  'settings of stages': stageCatalogues,
  'settings of time': timeCatalogues,
  'settings of deals': dealsCatalogues,
  'settings of rules': ruleCatalogues,
};
/** Words that are the same in both languages. */
const SAME = new Set(['Chance']);

const english = readingOf('en', 'UTC').formats;
const french = readingOf('fr', 'UTC').formats;

describe.each(Object.entries(CATALOGUES))('the texts of %s', (_, { en, fr }) => {
  it('have the same keys in both languages', () => {
    expect(pathsOf(fr(french))).toEqual(pathsOf(en(english)));
  });

  it('share no sentence: what is English stays out of the French ones', () => {
    const texts = new Set(textsOf(en(english)));

    expect(textsOf(fr(french)).filter((text) => texts.has(text) && !SAME.has(text))).toEqual([]);
  });
});

/** Every key as a path, with the number of arguments its message takes. */
function pathsOf(messages: object, under = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    const path = `${under}${key}`;
    if (typeof value === 'function') return [`${path}/${value.length}`];
    return typeof value === 'object' && value !== null ? pathsOf(value, `${path}.`) : [path];
  });
}

function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}
