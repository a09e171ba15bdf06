import type { PageConfig } from '../../page-config.ts';
import { ControlPanel } from './ControlPanel.tsx';
import { ExtensionFrame } from './ExtensionFrame.tsx';
import { extensionContext } from './extension-context.ts';
import { useMemo } from 'react';
import type { Session } from './use-session.ts';

interface GalleryPageProps {
  readonly config: PageConfig;
  readonly session: Session;
}

/** Every component that the product draws, in the variants in use: how the preview shows them, and where it is wrong. */
export function GalleryPage({ config, session }: GalleryPageProps) {
  const { user, locale } = session;
  const families = useMemo(
    () =>
      config.extensions
        .filter(({ location }) => location === 'gallery')
        .flatMap((extension) =>
          user === undefined
            ? []
            : [{ extension, context: extensionContext({ extension, user, dealId: null }, { config, locale }) }],
        ),
    [config, user, locale],
  );
  return (
    <>
      <ControlPanel config={config} session={session} />
      <main className="settings-page gallery">
        <h1>Components in use</h1>
        {families.map(({ extension, context }) => (
          <section key={extension.uid} aria-label={extension.title}>
            <h2>{extension.title}</h2>
            <ExtensionFrame {...{ extension, context, session }} />
          </section>
        ))}
      </main>
    </>
  );
}
