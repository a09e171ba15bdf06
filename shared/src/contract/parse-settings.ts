import { type Decoder, finite, flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import type { Manager, ManagerSettings, SettingsSection, VisibilitySettings } from './settings.ts';
import type { SectionAnswer } from './settings-answers.ts';

const teams: Decoder<Manager['teams']> = (input, path) =>
  Array.isArray(input) ? listOf(text)(input, path) : oneOf('all', 'own')(input, path);

const managers = object<ManagerSettings>({ managers: listOf(object<Manager>({ user: text, teams })) });
const visibility = object<VisibilitySettings>({
  dealInsights: oneOf('everyone', 'team', 'owner'),
  showsNamedReps: flag,
  groupOthersMin: finite,
});

const answerOf =
  <S extends SettingsSection>(section: S, value: Decoder<SectionAnswer<S>['value']>) =>
  (input: unknown): SectionAnswer<S> =>
    object<SectionAnswer<S>>({
      section: oneOf(section),
      schemaVersion: finite,
      version: finite,
      changedAt: nullable(finite),
      changedByUserId: nullable(text),
      value,
    })(input, '');

/** Read the answer of `GET` and `PUT /v1/settings/{section}`; they throw a `ContractError` that names the broken place. */
export const parseManagerSettings = answerOf('managers', managers);
export const parseVisibilitySettings = answerOf('visibility', visibility);
