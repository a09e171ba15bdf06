import { describe, expect, it } from 'vitest';
import { checkProps } from '../../../local/preview/browser/host/prop-check.ts';

describe('the props of a component', () => {
  it('pass when the SDK has them, with a test id too', () => {
    expect(checkProps('AutoGrid', { columnWidth: 200, gap: 'sm', testId: 'grid' })).toEqual([]);
    expect(checkProps('Button', { onClick: () => undefined })).toEqual([]);
  });

  it('are named when HubSpot would ignore them, miss them, or expects data', () => {
    expect(checkProps('AutoGrid', { style: {}, gap: () => 'sm' })).toEqual([
      "AutoGrid has no prop 'style': HubSpot ignores it.",
      "AutoGrid: 'gap' is a function where HubSpot expects data.",
      "AutoGrid needs the prop 'columnWidth'.",
    ]);
  });

  it('count as not given when they are undefined', () => {
    expect(checkProps('Modal', { id: undefined, colour: undefined })).toEqual(["Modal needs the prop 'id'."]);
  });

  it('say what an overlay holds too much of', () => {
    const overlay = { kind: 3, id: '9', children: [{ id: '1' }, { id: '2' }] };

    expect(checkProps('Button', { overlay })).toEqual(["Button: 'overlay' holds 2 elements: HubSpot takes one."]);
  });
});
