import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { TRACKED_PROPERTIES } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { extensionEntries } from '../../../tools/extension-entries.ts';

const SRC_DIR = path.resolve('hubspot-project/src');
const APP_DIR = path.join(SRC_DIR, 'app');
const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

const app = (await readJson(path.join(APP_DIR, 'app-hsmeta.json'))).config;
const webhooks = (await readJson(path.join(APP_DIR, 'webhooks/webhooks-hsmeta.json'))).config;
const appPackage = await readJson(path.join(APP_DIR, 'package.json'));
const rootPackage = await readJson('package.json');
const entries = await extensionEntries(SRC_DIR);
const memberFolders: string[] = appPackage.workspaces.filter((folder: string) => !folder.startsWith('..'));

async function sourcesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(APP_DIR, folder), { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'));
  return Promise.all(files.map((name) => readFile(path.join(APP_DIR, folder, name), 'utf8')));
}

describe('the HubSpot project', () => {
  it('names entry files that exist', () => {
    expect(entries.map(({ name }) => name)).toContain('DealInsightsCard');
    expect(entries.filter(({ entryFile }) => !existsSync(entryFile))).toEqual([]);
  });

  it('has every folder with an entry among its workspaces, and the shared core beside them', () => {
    expect(new Set(entries.map(({ folder }) => path.relative(APP_DIR, folder)))).toEqual(
      new Set(memberFolders.filter((folder) => !folder.startsWith('packages/'))),
    );
    expect(appPackage.workspaces).toContain('../../../shared');
  });

  it('may fetch from the backend alone, and fetches from nowhere else', async () => {
    const sources = (await Promise.all(memberFolders.map(sourcesOf))).flat();
    const addresses = sources.flatMap((source) => source.match(/https?:\/\/[^'"`\s]+/g) ?? []);

    expect(app.permittedUrls).toEqual({ fetch: ['${API_BASE_URL}'], iframe: [], img: [] });
    expect(addresses).toEqual([]);
    expect(sources.some((source) => source.includes("variables?.['API_BASE_URL']"))).toBe(true);
  });

  it('sends its webhooks to the backend that the cards ask', () => {
    expect(webhooks.settings.targetUrl).toBe(`${app.permittedUrls.fetch[0]}/webhooks/hubspot`);
  });

  it('hears of every change that the history needs, once each', () => {
    const heard: string[] = webhooks.subscriptions.crmObjects.map(
      ({ subscriptionType, propertyName }: { subscriptionType: string; propertyName?: string }) =>
        propertyName ?? subscriptionType,
    );

    expect(new Set(heard).size).toBe(heard.length);
    expect(heard).toEqual(
      expect.arrayContaining([
        ...TRACKED_PROPERTIES,
        'pipeline',
        'object.creation',
        'object.deletion',
        'object.restore',
        'object.merge',
      ]),
    );
  });

  it('asks for the scopes that reading deals, their stages and their owners, and making tasks of deals takes, and for no more', () => {
    expect(app.auth.requiredScopes).toEqual([
      'oauth',
      'crm.objects.deals.read',
      'crm.schemas.deals.read',
      'crm.objects.owners.read',
      // HubSpot has no scope for tasks alone: these two, and the deal's for the association.
      'crm.objects.contacts.read',
      'crm.objects.contacts.write',
      'crm.objects.deals.write',
    ]);
  });

  it('gives every profile the address of a backend, without a slash that would double', async () => {
    const profiles = (await readdir(SRC_DIR)).filter((name) => name.startsWith('hsprofile.'));
    const urls = await Promise.all(
      profiles.map(async (name) => (await readJson(path.join(SRC_DIR, name))).variables.API_BASE_URL),
    );

    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => new URL(url).origin !== url)).toEqual([]);
  });
});

describe('the packages of the extension', () => {
  it.each(memberFolders)('%s uses the versions that the root tests with, and they are locked', async (folder) => {
    const { dependencies } = await readJson(path.join(APP_DIR, folder, 'package.json'));
    const { packages } = await readJson(path.join(APP_DIR, 'package-lock.json'));
    const isOurs = (name: string) => name.startsWith('@deal-stage-insights/');

    expect(dependencies['@deal-stage-insights/shared']).toBe('*');
    for (const [name, version] of Object.entries(dependencies)) {
      if (isOurs(name)) expect(version).toBe('*');
      if (isOurs(name)) continue;
      expect(rootPackage.devDependencies[name]).toBe(version);
      expect(packages[`node_modules/${name}`].version).toBe(version);
    }
    expect(packages[folder].dependencies).toEqual(dependencies);
  });

  it('lock the workspaces that the app names', async () => {
    const lock = await readJson(path.join(APP_DIR, 'package-lock.json'));

    expect(lock.packages[''].workspaces).toEqual(appPackage.workspaces);
    expect(lock.packages['../../../shared']).toBeDefined();
  });

  it('link a core without dependencies: npm installs none for a package from outside', async () => {
    const shared = await readJson('shared/package.json');

    expect(shared.dependencies ?? {}).toEqual({});
    expect(shared.files).toEqual(['src']);
  });
});
