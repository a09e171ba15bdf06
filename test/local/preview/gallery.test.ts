import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { galleryFiles } from '../../../local/preview/build/gallery.ts';

const APP = path.resolve('hubspot-project/src/app');
const inUse = globSync('**/*.tsx', { cwd: APP, exclude: ['**/node_modules/**'] }).map((name) => path.join(APP, name));

/** Components of the SDK's root that files draw. */
function componentsOf(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const imported = /import \{([^}]*)\} from '@hubspot\/ui-extensions';/.exec(source)?.[1] ?? '';
      return imported
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && new RegExp(`<${name}[\\s.>]`).test(source));
    }),
  );
}

/** What a component looks like by these props, as `Button variant="transparent"`. */
function variantsOf(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<([A-Z]\w*)((?:\s+[\w-]+=(?:"[^"]*"|\{[^{}]*\}))*)/g)].flatMap(
        ([, component = '', props = '']) =>
          [...props.matchAll(/\b(?:variant|layout|type)="[^"]*"/g)].map(([prop]) => `${component} ${prop}`),
      ),
    ),
  );
}

describe('the gallery of the preview', () => {
  it('draws every component that the product draws', () => {
    const drawn = componentsOf(galleryFiles());
    const used = [...componentsOf(inUse)];

    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((component) => !drawn.has(component))).toEqual([]);
  });

  it('draws them in the variants in use', () => {
    const drawn = variantsOf(galleryFiles());
    const used = [...variantsOf(inUse)];

    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((variant) => !drawn.has(variant))).toEqual([]);
  });
});
