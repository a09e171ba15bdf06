import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildExtensions, type Extensions } from '../../../local/preview/build/extensions.ts';
import { withGallery } from '../../../local/preview/build/gallery.ts';
import { serveChromium } from '../../support/chromium.ts';
import { PUBLIC_BASE_URL } from './preview-options.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly browserUrl: string;
    readonly extensions: Extensions;
  }
}

/** What all browser tests share, because starting or building it takes longer than most of them: one browser, and the extension as HubSpot's builder makes it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const srcDir = path.join(import.meta.dirname, '../../../hubspot-project/src');
  const [server, built] = await Promise.all([serveChromium(), buildExtensions(srcDir, PUBLIC_BASE_URL)]);
  const extensions = await withGallery(built);
  project.provide('browserUrl', server.wsEndpoint());
  project.provide('extensions', extensions);
  return () => server.close();
}
