import type { SectionAnswer, SettingsSection } from '@deal-stage-insights/shared';
import { askApi, LoadView, pathOf, useLoad } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

interface LoadedSectionProps<S extends SettingsSection> {
  readonly section: S;
  readonly parse: (input: unknown) => SectionAnswer<S>;
  readonly children: (answer: SectionAnswer<S>) => ReactNode;
}

/** Reads one section before it can be edited. */
export function LoadedSection<S extends SettingsSection>({ section, parse, children }: LoadedSectionProps<S>) {
  const { variables } = useExtensionContext<'settings'>();
  const path = pathOf`/v1/settings/${section}`;
  const { load, askAgain } = useLoad(path, () => askApi(variables?.['API_BASE_URL'], { path, parse }));
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {children}
    </LoadView>
  );
}
