import type { Settings } from '../contract/settings.ts';
import type { SettingsTemplate } from '../contract/settings-answers.ts';
import type { StageRole } from '../contract/pipelines.ts';

type Applied = Pick<Settings, 'stages' | 'criteria'>;

/**
 * The settings with a template's expectations for the stages that an admin matched with its own; other stages stay as they
 * are. Of roles it sets those that HubSpot's metadata cannot tell, parked and post-win, and takes back an earlier one where the
 * template has another. A closed stage gets no expectation.
 * @param matched by stage id: the key of the template's stage
 * @throws RangeError for a key that the template does not have
 * @example applyTemplate(b2c, { '1001': 'cart' }, settings).stages.roles['1001'] // 'parked'
 */
export function applyTemplate(
  { stages: templateStages }: SettingsTemplate,
  matched: Readonly<Record<string, string>>,
  { stages, criteria }: Applied,
): Applied {
  const roles: Record<string, StageRole> = { ...stages.roles };
  const expectations = { ...criteria.stages };
  for (const [stageId, key] of Object.entries(matched)) {
    const found = templateStages.find((stage) => stage.key === key);
    if (found === undefined) throw new RangeError(`The template has no stage "${key}".`);
    const { role, expectedDays, guide, exitCriteria, expectedOutcome } = found;
    if (role === 'parked' || role === 'post-win') roles[stageId] = role;
    else delete roles[stageId];
    if (role === 'won' || role === 'lost') delete expectations[stageId];
    else expectations[stageId] = { expectedDays, guide, exitCriteria, expectedOutcome };
  }
  return { stages: { ...stages, roles }, criteria: { stages: expectations } };
}
