import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Extensions } from '../../../local/preview/build/extensions.ts';
import { bundleCards } from '../../../local/preview/build/gallery.ts';

/** Parts of cards, not cards. */
const PARTS = ['asking.tsx'];

/** Entries that are no cards, by their file. */
const LOCATIONS: Readonly<Record<string, string>> = { 'app-page': 'pages', 'app-settings': 'settings' };

/** The cards of a folder beside this one, and others, as bundles of the form that HubSpot's builder makes. */
export async function buildTestCards(folderName: string, others: readonly string[] = []): Promise<Extensions> {
  const folder = path.join(import.meta.dirname, '..', folderName);
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx') && !PARTS.includes(name));
  const files = [...names.map((name) => path.join(folder, name)), ...others];
  return {
    appName: 'Test cards',
    permittedUrls: ['https://insights.example.com'],
    variables: {},
    entries: files.map((file) => {
      const { name: uid } = path.parse(file);
      const location = LOCATIONS[uid] ?? 'crm.record.tab';
      return { uid, title: uid, description: '', location, bundleUrl: `/bundles/${uid}.js` };
    }),
    bundles: await bundleCards(files),
  };
}
