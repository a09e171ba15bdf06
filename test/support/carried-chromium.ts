import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const CACHE = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/** The fonts that come along, and those of the machine: without any, the first letter that a page's own font lacks ends the browser. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`;

export interface CarriedChromium {
  readonly executablePath: string;
  /** Libraries and fonts that come along, for machines that have none. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The Chromium of an optional npm package: Linux on x64 only. It is unpacked once, into a folder of this project: in the
 * machine's common one, anybody could have put something else under its name.
 */
export async function carriedChromium(): Promise<CarriedChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const carrier = await import('@sparticuz/chromium').catch(() => null);
  if (carrier === null) return null;
  // Not import.meta.resolve: vitest has none where it sets tests up.
  const bin = path.join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  const folder = path.join(CACHE, 'carried-chromium');
  if (!existsSync(folder)) await unpack(bin, { folder, inflate: carrier.inflate });
  await writeFile(path.join(folder, 'fonts/fonts.conf'), FONTS);
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') },
  };
}

interface Unpacking {
  readonly folder: string;
  readonly inflate: (archive: string) => Promise<string>;
}

/** Unpacks beside the folder and renames at the end: of several test files at once, one wins and none sees half a browser. */
async function unpack(bin: string, { folder, inflate }: Unpacking): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const beside = await mkdtemp(path.join(CACHE, 'unpacking-'));
  const temporaryBefore = process.env['TMPDIR'];
  process.env['TMPDIR'] = beside; // where the package unpacks to
  try {
    const unpacking = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(path.join(bin, name)));
    restore(temporaryBefore);
    await Promise.all(unpacking);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    restore(temporaryBefore);
  }
}

function restore(temporary: string | undefined): void {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
}
