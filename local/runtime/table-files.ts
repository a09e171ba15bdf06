import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Level } from 'level';

export const tablePath = (dataDir: string): string => join(dataDir, 'dynamodb');

/**
 * What the embedded table would come upon. It takes one process at a time, and ends its process without a word on what to do
 * when its files do not open: so they are opened here first.
 */
export async function tableFiles(dataDir: string): Promise<'free' | 'in use' | 'damaged'> {
  const path = tablePath(dataDir);
  if (!existsSync(path)) return 'free';
  const files = new Level(path);
  try {
    await files.open();
    await files.close();
    return 'free';
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED' ? 'in use' : 'damaged';
  }
}
