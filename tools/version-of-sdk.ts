import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Of the SDK's package files, which its clients read to tell AWS their version, the version alone: the rest of each, its
 * scripts and what it depends on, would be 2 KB that every start reads.
 */
export const VERSION_OF_SDK: Plugin = {
  name: 'version-of-sdk',
  setup(build) {
    build.onLoad({ filter: /[/\\]@aws-sdk[/\\][^/\\]+[/\\]package\.json$/ }, ({ path: file }) => {
      const { version } = JSON.parse(readFileSync(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
