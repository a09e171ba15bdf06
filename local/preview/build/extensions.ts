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
  readonly cards: readonly ExtensionInfo[];
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
const profileSchema = z.object({
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** Builds the project's cards with HubSpot's builder and reads what its meta files say about them. */
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
    cards: metas.flatMap((meta) => {
      const card = cardSchema.safeParse(meta);
      return card.success && isForDeals(card.data.config.objectTypes) ? [infoOf(card.data)] : [];
    }),
  };
}

const isForDeals = (objectTypes: readonly string[]) => objectTypes.some((type) => /^deals?$/i.test(type));

const infoOf = ({ uid, config }: z.output<typeof cardSchema>): ExtensionInfo => ({
  uid,
  title: config.name,
  description: config.description,
  location: config.location,
  bundleUrl: bundleUrl(path.parse(config.entrypoint).name),
});

/** `${NAME}` in a meta file stands for the profile's variable, as in HubSpot's build. */
function filledIn(text: string, variables: PageConfig['variables']): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => String(variables[name] ?? whole));
}
