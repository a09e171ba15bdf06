import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** One file that becomes one bundle: a card, the pages or the settings page. */
export interface ExtensionEntry {
  /** The bundle's name, after its entry file. */
  readonly name: string;
  /** HubSpot's type of the component: `card`, `page`, `settings`. */
  readonly type: string;
  /** The extension folder (`…/cards`): the root that HubSpot builds in. */
  readonly folder: string;
  readonly entryFile: string;
}

export interface MetaFile {
  readonly file: string;
  readonly content: { readonly type?: string; readonly config?: Readonly<Record<string, unknown>> };
}

/** Every `*-hsmeta.json` under the project's source folder, wherever it lies. */
export async function metaFiles(srcDir: string): Promise<readonly MetaFile[]> {
  const names = await readdir(srcDir, { recursive: true });
  const files = names.filter((name) => name.endsWith('-hsmeta.json') && !name.includes('node_modules')).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const file = path.join(srcDir, name);
      const content: MetaFile['content'] = JSON.parse(await readFile(file, 'utf8'));
      return { file, content };
    }),
  );
}

/** The entry files that the project's meta files name. `entrypoint` is absolute from the source folder. */
export async function extensionEntries(srcDir: string): Promise<readonly ExtensionEntry[]> {
  return (await metaFiles(srcDir)).flatMap(({ content }) => {
    const entrypoint = content.config?.['entrypoint'];
    const { type } = content;
    if (typeof entrypoint !== 'string' || type === undefined || type === 'app-function') return [];
    const entryFile = path.join(srcDir, entrypoint);
    return [{ name: path.parse(entryFile).name, type, folder: path.dirname(entryFile), entryFile }];
  });
}
