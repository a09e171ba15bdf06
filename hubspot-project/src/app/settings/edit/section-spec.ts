import type { SectionAnswer, Settings, SettingsSection } from '@deal-stage-insights/shared';
import { parseSection } from '@deal-stage-insights/shared';
import type { Faults } from './faults.ts';

/** How a section is edited: what its fields hold, what of it is saved, and what is wrong with it. */
export interface SectionSpec<S extends SettingsSection, F> {
  readonly section: S;
  readonly parse: (input: unknown) => SectionAnswer<S>;
  readonly formOf: (value: Settings[S]) => F;
  readonly valueOf: (form: F) => Settings[S];
  readonly faultsOf: (form: F) => Faults;
}

export const sectionSpec = <S extends SettingsSection, F>(
  section: S,
  parts: Pick<SectionSpec<S, F>, 'formOf' | 'valueOf' | 'faultsOf'>,
): SectionSpec<S, F> => ({ section, parse: parseSection(section), ...parts });

/** Of a section whose fields hold what is saved. */
export const plainSection = <S extends SettingsSection>(
  section: S,
  faultsOf: (form: Settings[S]) => Faults,
  cleaned: (form: Settings[S]) => Settings[S] = (form) => form,
): SectionSpec<S, Settings[S]> => sectionSpec(section, { formOf: (value) => value, valueOf: cleaned, faultsOf });
