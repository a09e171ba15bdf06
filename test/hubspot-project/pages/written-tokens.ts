import type { Formats } from '../../../hubspot-project/src/app/packages/ui/language/formats.ts';
import type { Language } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { type Say, sayIn } from '../../../hubspot-project/src/app/packages/ui/language/say.ts';
import { calibrationTexts } from '../../../hubspot-project/src/app/pages/messages/calibration.ts';
import { changesTexts } from '../../../hubspot-project/src/app/pages/messages/changes.ts';
import { hygieneTexts } from '../../../hubspot-project/src/app/pages/messages/hygiene.ts';
import { coachingTexts } from '../../../hubspot-project/src/app/pages/messages/coaching.ts';
import { flowTexts } from '../../../hubspot-project/src/app/pages/messages/flow.ts';
import { forecastTexts } from '../../../hubspot-project/src/app/pages/messages/forecast.ts';
import { overviewTexts } from '../../../hubspot-project/src/app/pages/messages/overview.ts';
import { repsTexts } from '../../../hubspot-project/src/app/pages/messages/reps.ts';
import { sourcesTexts } from '../../../hubspot-project/src/app/pages/messages/sources.ts';
import { stagesTexts } from '../../../hubspot-project/src/app/pages/messages/stages.ts';
import { stalledTexts } from '../../../hubspot-project/src/app/pages/messages/stalled.ts';
import { transitionsTexts } from '../../../hubspot-project/src/app/pages/messages/transitions.ts';
import { velocityTexts } from '../../../hubspot-project/src/app/pages/messages/velocity.ts';
import { whatIfTexts } from '../../../hubspot-project/src/app/pages/messages/what-if.ts';
import { tokensIn } from './figures-in-an-answer.ts';

const TEXTS: readonly ((say: Say) => object)[] = [
  calibrationTexts,
  changesTexts,
  coachingTexts,
  hygieneTexts,
  flowTexts,
  forecastTexts,
  overviewTexts,
  repsTexts,
  sourcesTexts,
  stagesTexts,
  stalledTexts,
  transitionsTexts,
  velocityTexts,
  whatIfTexts,
];

/** Numbers that stand in the texts themselves, such as "8 of 10": no figures. */
export const writtenTokens = (language: Language, formats: Formats): readonly string[] =>
  TEXTS.flatMap((texts) => tokensOf(texts(sayIn(formats, language))));

function tokensOf(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return tokensIn(texts);
  if (typeof texts === 'function') return tokensIn(String(texts).replaceAll(/\\u[0-9a-f]{4}/gi, ' '));
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(tokensOf) : [];
}
