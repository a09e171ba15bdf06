import { describe, expect, it } from 'vitest';
import { tableText } from '../../../../hubspot-project/src/app/pages/figures/table-text.ts';

const columns = [
  { title: 'Stage', sortBy: ({ order }: Row) => order, copied: ({ name }: Row) => name },
  { title: 'Share', sortBy: ({ share }: Row) => share },
  { title: 'Only to look at' },
];

interface Row {
  readonly order: number;
  readonly name: string;
  readonly share: number | null;
}

describe('tableText', () => {
  it('gives plain numbers, and nothing where there is no figure', () => {
    const rows = [
      { order: 0, name: 'Discovery', share: 0.25 },
      { order: 1, name: 'Proposal', share: null },
    ];

    expect(tableText(columns, rows)).toBe('Stage\tShare\tOnly to look at\nDiscovery\t0.25\t\nProposal\t\t');
  });

  it.each([
    ['a\tb\nc', 'a b c'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['-5', "'-5"],
  ])('keeps %j in its cell, as a text', (name, cell) => {
    expect(tableText(columns, [{ order: 0, name, share: -5 }]).split('\n')[1]).toBe(`${cell}\t-5\t`);
  });
});
