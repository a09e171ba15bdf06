import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const PARTS = /[/\\]zod[/\\]v4[/\\]core[/\\](?:to-json-schema|json-schema-processors)\.js$/;

/**
 * zod gives every schema what writes it as a JSON schema: 18 KB, of which only the description of the API makes use. Elsewhere
 * these parts are left out of the bundle, and who calls one is told so.
 */
export const withoutJsonSchemas: Plugin = {
  name: 'without-json-schemas',
  setup(build) {
    build.onLoad({ filter: PARTS }, ({ path }) => {
      const names = readFileSync(path, 'utf8').matchAll(/^export (?:function|const) (\w+)/gm);
      const left = `const left = () => { throw new Error('JSON schemas are left out of this bundle.'); };`;
      return { contents: [left, ...Array.from(names, ([, name]) => `export const ${name} = left;`)].join('\n') };
    });
  },
};
