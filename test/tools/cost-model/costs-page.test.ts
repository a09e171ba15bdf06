import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { costTables } from '../../../tools/cost-model/cost-tables.ts';
import { measuredUnits } from '../../../tools/cost-model/measured-units.ts';
import { monthlyBill, total } from '../../../tools/cost-model/monthly-bill.ts';
import { monthlyUsage, rollupsOf } from '../../../tools/cost-model/monthly-usage.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const units = measuredUnits(JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8')));
const typical = monthlyUsage({ reps: 50, dealsAYear: 20_000 }, units);

describe('docs/costs.md', () => {
  it('shows what the model makes of the measured units', () => {
    expect(readFileSync(path.join(root, 'docs/costs.md'), 'utf8')).toContain(costTables(units));
  });
});

describe('the bill of 50 reps and 20,000 deals a year', () => {
  it('stays below 2 US dollars a month with the standing allowances', () => {
    expect(total(monthlyBill(typical, { withAllowances: true, withDashboard: true }))).toBeLessThan(2);
  });

  it('stays below 5 without them, where the installer leaves the dashboard out', () => {
    expect(total(monthlyBill(typical, { withAllowances: false, withDashboard: false }))).toBeLessThan(5);
  });
});

describe('the model', () => {
  it('never has more rollups than changes, nor than windows of working time', () => {
    const windows = (21 * 9 * 3600) / 20;

    expect(rollupsOf(10)).toBeLessThanOrEqual(10);
    expect(rollupsOf(10)).toBeGreaterThan(9.9);
    expect(rollupsOf(1e9)).toBeCloseTo(windows, 0);
  });

  it('costs more with more reps and with more deals', () => {
    const bill = (reps: number, dealsAYear: number) =>
      total(monthlyBill(monthlyUsage({ reps, dealsAYear }, units), { withAllowances: true, withDashboard: true }));

    expect(bill(500, 20_000)).toBeGreaterThan(bill(50, 20_000));
    expect(bill(50, 200_000)).toBeGreaterThan(bill(50, 20_000));
  });

  it('says which measurement is missing', () => {
    expect(() => measuredUnits({ measurements: [] })).toThrow(
      'bench/results.json has no "night, read" (2,000): run npm run bench.',
    );
  });
});
