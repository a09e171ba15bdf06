import { describe, expect, it } from 'vitest';
import type { Formats } from '../../hubspot-project/src/app/packages/ui/language/formats.ts';
import { readingOf } from '../../hubspot-project/src/app/packages/ui/language/language.ts';
import { type Say, sayIn } from '../../hubspot-project/src/app/packages/ui/language/say.ts';
import { sharedWords } from '../../hubspot-project/src/app/packages/ui/language/words.ts';
import { calibrationTexts } from '../../hubspot-project/src/app/pages/messages/calibration.ts';
import { changesTexts } from '../../hubspot-project/src/app/pages/messages/changes.ts';
import { hygieneTexts } from '../../hubspot-project/src/app/pages/messages/hygiene.ts';
import { coachingTexts } from '../../hubspot-project/src/app/pages/messages/coaching.ts';
import { focusTexts } from '../../hubspot-project/src/app/pages/messages/focus.ts';
import { forecastTexts } from '../../hubspot-project/src/app/pages/messages/forecast.ts';
import { frameTexts } from '../../hubspot-project/src/app/pages/messages/frame.ts';
import { flowTexts } from '../../hubspot-project/src/app/pages/messages/flow.ts';
import { overviewTexts } from '../../hubspot-project/src/app/pages/messages/overview.ts';
import { repsTexts } from '../../hubspot-project/src/app/pages/messages/reps.ts';
import { sourcesTexts } from '../../hubspot-project/src/app/pages/messages/sources.ts';
import { stagesTexts } from '../../hubspot-project/src/app/pages/messages/stages.ts';
import { stalledTexts } from '../../hubspot-project/src/app/pages/messages/stalled.ts';
import { transitionsTexts } from '../../hubspot-project/src/app/pages/messages/transitions.ts';
import { velocityTexts } from '../../hubspot-project/src/app/pages/messages/velocity.ts';
import { weeklyTexts } from '../../hubspot-project/src/app/pages/messages/weekly.ts';
import { whatIfTexts } from '../../hubspot-project/src/app/pages/messages/what-if.ts';
import { effectCatalogues } from '../../hubspot-project/src/app/packages/ui/effects/messages.ts';
import { actionCatalogues } from '../../hubspot-project/src/app/settings/messages/actions.ts';
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

/** Texts that stand side by side, as a catalogue a language. */
const sideBySide = (texts: (say: Say) => object): Catalogue => ({
  en: (formats) => texts(sayIn(formats, 'en')),
  fr: (formats) => texts(sayIn(formats, 'fr')),
});
const frameCatalogues = sideBySide(frameTexts);

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  'every screen': sideBySide(sharedWords),
  'the team analytics card': teamCatalogues,
  frame: frameCatalogues,
  overview: sideBySide(overviewTexts),
  transitions: sideBySide(transitionsTexts),
  sources: sideBySide(sourcesTexts),
  stalled: sideBySide(stalledTexts),
  focus: sideBySide(focusTexts),
  reps: sideBySide(repsTexts),
  stages: sideBySide(stagesTexts),
  flow: sideBySide(flowTexts),
  velocity: sideBySide(velocityTexts),
  whatIf: sideBySide(whatIfTexts),
  weekly: sideBySide(weeklyTexts),
  forecast: sideBySide(forecastTexts),
  calibration: sideBySide(calibrationTexts),
  coaching: sideBySide(coachingTexts),
  hygiene: sideBySide(hygieneTexts),
  changes: sideBySide(changesTexts),
  'what came after an action': effectCatalogues,
  'settings of actions': actionCatalogues,
  health: healthCatalogues,
  settings: settingsCatalogues,
  'settings of stages': stageCatalogues,
  'settings of time': timeCatalogues,
  'settings of deals': dealsCatalogues,
  'settings of rules': ruleCatalogues,
};
/** Words that are the same in both languages. */
const SAME = new Set(['Chance', 'Pipeline']);

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
