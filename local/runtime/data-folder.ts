import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochMs } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { StartError } from './start-error.ts';
import { tableFiles } from './table-files.ts';

/** Raise it when an older folder can no longer be read. */
const FORMAT = 1;

const manifestSchema = z.object({
  format: z.number(),
  /** Last instant of the generated or loaded history: the same seed and instant make the same portal again. */
  endsAt: z.number(),
  /** What the clock said when the folder was last used. */
  clockAt: z.number(),
});
export type Manifest = Omit<z.output<typeof manifestSchema>, 'format'>;

/** What an earlier start of one source left behind. Each source has a folder of its own, so that none overwrites another. */
export interface DataFolder {
  readonly path: string;
  /** Null at the first start. */
  readonly manifest: Manifest | null;
  save(manifest: Manifest): void;
}

export interface FolderRequest {
  readonly root: string;
  /** Names the source. */
  readonly key: string;
  readonly fresh: boolean;
  readonly note: (text: string) => void;
}

/**
 * Throws `StartError` when another start uses the folder, when it is damaged, or when it holds files that are not ours.
 * The first `save` makes the folder, and makes it ours: a start that fails before leaves nothing behind.
 */
export async function openDataFolder({ root, key, fresh, note }: FolderRequest): Promise<DataFolder> {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new StartError(`${root} is a file: give --data a folder.`);
  const path = join(root, key);
  refuseStrangers(path);
  await assertTableOpens(path, fresh);
  if (fresh) rmSync(path, { recursive: true, force: true });
  let manifest = readManifest(path);
  if (manifest !== null && manifest.format !== FORMAT) {
    note(`${path} was written by another version: starting afresh.`);
    rmSync(path, { recursive: true });
    manifest = null;
  }
  return {
    path,
    manifest,
    save(next) {
      mkdirSync(path, { recursive: true });
      const file = manifestPath(path);
      writeFileSync(`${file}.new`, JSON.stringify({ format: FORMAT, ...next }));
      renameSync(`${file}.new`, file); // never half a manifest, whenever the process ends
    },
  };
}

function refuseStrangers(path: string): void {
  if (existsSync(manifestPath(path)) || !existsSync(path) || readdirSync(path).length === 0) return;
  throw new StartError(`${path} holds files that are not of an earlier start: choose another folder with --data.`);
}

async function assertTableOpens(path: string, fresh: boolean): Promise<void> {
  const files = await tableFiles(path);
  if (files === 'in use')
    throw new StartError(`${path} is used by another start: stop that one, or choose another folder with --data.`);
  if (files === 'damaged' && !fresh)
    throw new StartError(`${path} cannot be opened: the data folder is damaged; start again with --fresh.`);
}

const manifestPath = (path: string): string => join(path, 'manifest.json');

function readManifest(path: string): z.output<typeof manifestSchema> | null {
  if (!existsSync(manifestPath(path))) return null;
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifestPath(path), 'utf8')));
  } catch (cause) {
    throw new StartError(
      `${manifestPath(path)} cannot be read: the data folder is damaged; start again with --fresh.`,
      {
        cause,
      },
    );
  }
}

export function clockStart(manifest: Manifest | null, first: EpochMs): EpochMs {
  return Math.max(first, manifest?.clockAt ?? first);
}
