import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { buildCards } from '../../../tools/build-cards.ts';
import { metaFiles } from '../../../tools/extension-entries.ts';
import type { ExtensionInfo, PageConfig } from '../page-config.ts';

export interface Extensions {
  readonly appName: string;
  readonly permittedUrls: readonly string[];
  readonly variables: PageConfig['variables'];
  readonly entries: readonly ExtensionInfo[];
  /** Scripts by the URL they are served at. */
  readonly bundles: ReadonlyMap<string, string>;
}

const appSchema = z.object({
  type: z.literal('app'),
  config: z.object({ name: z.string(), permittedUrls: z.object({ fetch: z.array(z.string()) }) }),
});
const cardSchema = z.object({
  uid: z.string(),
  type: z.literal('card'),
  config: z.object({
    name: z.string(),
    description: z.string().default(''),
    location: z.string(),
    entrypoint: z.string(),
    objectTypes: z.array(z.string()),
  }),
});
const pageLikeSchema = z.object({
  uid: z.string(),
  type: z.enum(['page', 'pages', 'settings']),
  config: z.object({ entrypoint: z.string() }),
});
const profileSchema = z.object({
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** Builds the project's entries with HubSpot's builder and reads what its meta files say about them. */
export async function buildExtensions(srcDir: string, publicBaseUrl: string): Promise<Extensions> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'preview-cards-'));
  try {
    const built = await buildCards(srcDir, outDir);
    const scripts = await Promise.all(
      built.map(async ({ name, file }) => [bundleUrl(name), await readFile(file, 'utf8')] as const),
    );
    return { ...(await describe(srcDir, publicBaseUrl)), bundles: new Map(scripts) };
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

const bundleUrl = (name: string) => `/bundles/${name}.js`;

async function describe(srcDir: string, publicBaseUrl: string): Promise<Omit<Extensions, 'bundles'>> {
  const metas = (await metaFiles(srcDir)).map(({ content }) => content);
  const app = appSchema.parse(metas.find(({ type }) => type === 'app'));
  const profile: unknown = JSON.parse(await readFile(path.join(srcDir, 'hsprofile.local.json'), 'utf8'));
  const variables = { ...profileSchema.parse(profile).variables, API_BASE_URL: publicBaseUrl };
  return {
    appName: app.config.name,
    permittedUrls: app.config.permittedUrls.fetch.map((url) => filledIn(url, variables)),
    variables,
    entries: metas.flatMap((meta) => entryOf(meta, app.config.name)),
  };
}

const isForDeals = (objectTypes: readonly string[]) => objectTypes.some((type) => /^deals?$/i.test(type));

/** What the preview draws of a meta file: nothing for webhooks, the app itself, or cards of other objects than deals. */
function entryOf(meta: unknown, appName: string): readonly ExtensionInfo[] {
  const card = cardSchema.safeParse(meta);
  if (card.success) {
    const { uid, config } = card.data;
    const { name, description, location, entrypoint } = config;
    return isForDeals(config.objectTypes) ? [{ uid, title: name, description, location, ...bundleOf(entrypoint) }] : [];
  }
  const pageLike = pageLikeSchema.safeParse(meta);
  if (!pageLike.success) return [];
  const { uid, type, config } = pageLike.data;
  const location = type === 'settings' ? 'settings' : 'pages';
  return [{ uid, title: appName, description: '', location, ...bundleOf(config.entrypoint) }];
}

const bundleOf = (entrypoint: string) => ({ bundleUrl: bundleUrl(path.parse(entrypoint).name) });

/** `${NAME}` in a meta file stands for the profile's variable, as in HubSpot's build. */
function filledIn(text: string, variables: PageConfig['variables']): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => String(variables[name] ?? whole));
}
