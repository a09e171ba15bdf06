import { LanguageProvider } from '@deal-stage-insights/ui';
import { Flex, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { HealthSection } from './components/HealthSection.tsx';
import { ManagersSection } from './components/ManagersSection.tsx';
import { VisibilitySection } from './components/VisibilitySection.tsx';

/** What an admin looks after: whether all is well, and who sees what. */
export function SettingsPage() {
  const { user, portal } = useExtensionContext<'settings'>();
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <Flex direction="column" gap="md">
        <HealthSection />
        <VisibilitySection />
        <ManagersSection />
      </Flex>
    </LanguageProvider>
  );
}

hubspot.extend<'settings'>(() => <SettingsPage />);
