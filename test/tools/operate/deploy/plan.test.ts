import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { costLines } from '../../../../tools/operate/deploy/cost-lines.ts';
import { planLines } from '../../../../tools/operate/deploy/plan-lines.ts';

describe('planLines', () => {
  it('counts by kind in plain words, and what nobody asks for together', () => {
    const of = (...types: readonly string[]) => ({
      Resources: Object.fromEntries(types.map((Type, index) => [String(index), { Type }])),
    });

    expect(
      planLines(of('AWS::SQS::Queue', 'AWS::SQS::Queue', 'AWS::Budgets::Budget', 'AWS::A::B', 'AWS::A::C')),
    ).toEqual([
      '2 SQS queues, dead-letter queues included',
      '1 monthly budget',
      '2 smaller parts that join these (policies, routes, subscriptions)',
    ]);
  });
});

describe('costLines', () => {
  it('shows the first table of the page and what its figures are', () => {
    const page = '# Costs\n\nDollars:\n\n| reps | few |\n| --- | --- |\n| 5 | 0.61 |\n\n| other |\n';

    expect(costLines(page)).toEqual(['Dollars:', 'reps  few', '5     0.61']);
  });

  it('finds sums in the page as it is, and does without the page', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/costs.md'), 'utf8');

    expect(costLines(page)[0]).toContain('US dollars a month');
    expect(costLines(page).join('\n')).toMatch(/^50 +\d/m);
    expect(costLines('')).toEqual(['everything is billed by use, nothing by the hour']);
  });
});
