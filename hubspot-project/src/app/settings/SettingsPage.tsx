import { LanguageProvider } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { SettingsGroups } from './components/SettingsGroups.tsx';

/** What an admin looks after: whether all is well, how deals are counted, and who sees what. */
export function SettingsPage() {
  const { user, portal } = useExtensionContext<'settings'>();
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <SettingsGroups />
    </LanguageProvider>
  );
}

hubspot.extend<'settings'>(() => <SettingsPage />);
