import { describe, expect, it } from 'vitest';
import { en, fr } from '../../../../hubspot-project/src/app/cards/messages/texts.ts';
import { formats } from '../../../../hubspot-project/src/app/packages/ui/language/formats.ts';

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(pathsOf(fr(formats('fr', 'UTC')))).toEqual(pathsOf(en(formats('en', 'UTC'))));
  });

  it('share no sentence: what is English stays out of the French one', () => {
    const english = new Set(textsOf(en(formats('en', 'UTC'))));

    expect(textsOf(fr(formats('fr', 'UTC'))).filter((text) => english.has(text) && text.length > 3)).toEqual([]);
  });
});

/** Every key as a path, with the number of arguments its message takes. */
function pathsOf(messages: object, under = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    const path = `${under}${key}`;
    if (typeof value === 'function') return [`${path}/${value.length}`];
    return typeof value === 'object' && value !== null ? pathsOf(value, `${path}.`) : [path];
  });
}

function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}
