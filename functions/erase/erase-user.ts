import type { SettingsStore } from '../ports/settings-store.ts';
import { type ChangeSectionDeps, changeSection } from '../settings/change-section.ts';

export interface EraseUserDeps extends ChangeSectionDeps {
  readonly settingsStore: ChangeSectionDeps['settingsStore'] & Pick<SettingsStore, 'forgetManager'>;
}

/**
 * Takes a person out of the one place where one can be named: the list of managers, as it stands and as it ever stood.
 * Owners are kept by their ids, and their names are read from HubSpot when they are shown. Answers how many items it changed.
 */
export async function eraseUser(
  deps: EraseUserDeps,
  { user, askedByUserId }: { readonly user: string; readonly askedByUserId: string },
): Promise<number> {
  const { version, value } = (await deps.settingsStore.readSettings()).managers;
  const managers = value.managers.filter((manager) => manager.user.toLowerCase() !== user.toLowerCase());
  const isNamed = managers.length < value.managers.length;
  if (isNamed) await changeSection(deps, { section: 'managers', value: { managers }, version, userId: askedByUserId });
  return (isNamed ? 1 : 0) + (await deps.settingsStore.forgetManager(user));
}
