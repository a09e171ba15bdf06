// Measures one bench module and writes its figures as JSON: node bench/measure-one.ts core-figures
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Measurement } from './measurement.ts';

const [, , name = ''] = process.argv;
const { measure }: { readonly measure: () => Promise<readonly Measurement[]> } = await import(
  pathToFileURL(path.join(import.meta.dirname, `${name}.ts`)).href
);
process.stdout.write(JSON.stringify(await measure()));
