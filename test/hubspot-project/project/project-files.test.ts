import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isTranslationError, translate } from '@hubspot/project-parsing-lib/translate';
import { onTestFinished, describe, expect, it, vi } from 'vitest';
import { COMPONENT_SCHEMAS } from './component-schemas.ts';

vi.mock('@hubspot/local-dev-lib/http', () => ({ http: { get: () => Promise.resolve({ data: COMPONENT_SCHEMAS }) } }));

const PROJECT_DIR = path.resolve('hubspot-project');
const { platformVersion, srcDir } = JSON.parse(await readFile(path.join(PROJECT_DIR, 'hsproject.json'), 'utf8'));

/** What HubSpot's own parser says of the project: nothing, or all its complaints. */
async function complaints(projectSourceDir: string): Promise<string> {
  try {
    const context = { projectSourceDir, platformVersion, accountId: 1 };
    const { skippedHsMetaFiles } = await translate(context, { profile: 'local' });
    return skippedHsMetaFiles.map((file) => `skipped: ${file}`).join('\n');
  } catch (error) {
    if (isTranslationError(error)) return error.toString();
    return String(error);
  }
}

/** A copy of the project's source folder with one file written anew. */
async function withFile(name: string, change: (before: string) => string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'hubspot-project-'));
  onTestFinished(() => rm(copy, { recursive: true }));
  await cp(path.join(PROJECT_DIR, srcDir), copy, { recursive: true, filter: (file) => !file.includes('node_modules') });
  const file = path.join(copy, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
  return copy;
}

const CARD_META = 'app/cards/deal-insights-card-hsmeta.json';

describe('the project as HubSpot parses it', () => {
  it('has no fault on platform 2026.09', async () => {
    expect(platformVersion).toBe('2026.09');
    expect(await complaints(path.join(PROJECT_DIR, srcDir))).toBe('');
  });

  it.each([
    ['bad JSON', CARD_META, (before: string) => `${before},`, 'JSON'],
    ['an unknown key', CARD_META, (before: string) => before.replace('{', '{"extra": 1,'), 'extra'],
    ['an unknown setting', CARD_META, (before: string) => before.replace('"name"', '"nmae"'), 'nmae'],
    ['a card without a place', CARD_META, (before: string) => before.replace(/"location": "[^"]*",/, ''), 'location'],
    [
      'a card in the wrong folder',
      'app/webhooks/x-hsmeta.json',
      () => '{"uid":"x","type":"card","config":{}}',
      'cards',
    ],
    [
      'a sleeping subscription',
      'app/webhooks/webhooks-hsmeta.json',
      (before: string) => before.replace('"active": true', '"active": false'),
      'active',
    ],
    [
      'an address without TLS',
      'hsprofile.local.json',
      (before: string) => before.replace('https://', 'http://'),
      'permittedUrls.fetch',
    ],
    [
      'a missing variable',
      'hsprofile.local.json',
      (before: string) => before.replace('API_BASE_URL', 'X'),
      'API_BASE_URL',
    ],
    ['a nested meta file', 'app/cards/deal/x-hsmeta.json', () => '{"uid":"x","type":"card","config":{}}', 'skipped'],
  ])('would be refused with %s', async (_, name, change, word) => {
    expect(await complaints(await withFile(name, change))).toContain(word);
  });
});
