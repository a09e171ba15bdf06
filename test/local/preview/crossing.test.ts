import { describe, expect, it } from 'vitest';
import { lossOnTheWay } from '../../../local/preview/browser/worker/crossing.ts';

class Stay {
  readonly days = 5;
}

describe('a value on its way from the worker to the page', () => {
  it('arrives when it is data, a function, a date or a collection, also twice in one prop', () => {
    const row = { stage: 'Demo', at: new Date(0) };
    const fine = [{ rows: [row, row], onClick: () => undefined, seen: new Set([1]), none: null, missing: undefined }];

    expect(lossOnTheWay(fine, 'data')).toBeNull();
  });

  it.each([
    ['a class instance', [new Stay()], 'data[0] is an instance of Stay'],
    ['a promise', { later: Promise.resolve(1) }, 'data.later is a promise'],
    ['an element', { icon: { $$typeof: Symbol.for('react.element') } }, 'data.icon is an element'],
    ['a symbol', { kind: Symbol('won') }, 'data.kind is a symbol'],
  ])('is named with its place when it is %s', (_what, value, says) => {
    expect(lossOnTheWay(value, 'data')).toContain(says);
  });

  it('is found to hold itself, at any depth', () => {
    const parent: Record<string, unknown> = {};
    parent['children'] = [{ parent }];

    expect(lossOnTheWay(parent, 'data')).toBe('data.children[0].parent contains itself');
  });
});
