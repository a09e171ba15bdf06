import { describe, expect, it } from 'vitest';
import { chartTable } from '../../../local/preview/browser/components/charts/chart-table.ts';

const AXES = {
  x: { field: 'stage', fieldType: 'category' },
  y: { field: 'days', fieldType: 'linear', label: 'Days' },
} as const;

describe('the figures of a chart', () => {
  it('keep the order in which they come, by place and by group', () => {
    const rows = [
      { stage: 'Offer', kind: 'again', days: 1 },
      { stage: 'Demo', kind: 'first', days: 2 },
      { stage: 'Offer', kind: 'first', days: 3 },
    ];

    expect(chartTable(rows, { ...AXES, options: { groupFieldByColor: 'kind' } })).toEqual({
      groups: ['again', 'first'],
      rows: [
        { x: 'Offer', values: { again: 1, first: 3 } },
        { x: 'Demo', values: { first: 2 } },
      ],
    });
  });

  it('are summed where rows share a place and a group', () => {
    const rows = [
      { stage: 'Demo', days: 2 },
      { stage: 'Demo', days: '3' },
    ];

    expect(chartTable(rows, AXES)).toEqual({ groups: ['Days'], rows: [{ x: 'Demo', values: { Days: 5 } }] });
  });

  it('carry the labels that the card gives to values', () => {
    const data = { data: [{ stage: 's1', days: 2 }], options: { propertyLabels: { stage: { s1: 'Demo' } } } };

    expect(chartTable(data, AXES).rows).toEqual([{ x: 'Demo', values: { Days: 2 } }]);
  });
});
