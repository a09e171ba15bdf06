import { describe, expect, it } from 'vitest';
import { closing, wayBars } from '../../../../hubspot-project/src/app/cards/figures/way.ts';
import { aStage, aVisit, daysAgo } from '../insights-builder.ts';

const won = { stage: aStage('Won', { role: 'won' }) };

describe('wayBars', () => {
  it('draws each stay once, in order, with a name of its own', () => {
    const bars = wayBars([
      aVisit('Lead', 30, 20),
      aVisit('Demo', 20, 10.55),
      aVisit('Lead', 10.55, 5, { isRegression: true, visitNumber: 2 }),
      aVisit('Demo', 5, null, { visitNumber: 2 }),
    ]);

    expect(bars).toEqual([
      { label: 'Lead', days: 10, kind: 'first' },
      { label: 'Demo', days: 9.5, kind: 'first' },
      { label: 'Lead (2)', days: 5.6, kind: 'back' },
      { label: 'Demo (2)', days: 5, kind: 'running' },
    ]);
  });

  it('leaves out passes without length and closed stages', () => {
    expect(wayBars([aVisit('Demo', 5, 5, { isSkip: true }), aVisit('Won', 5, null, won)])).toEqual([]);
  });
});

describe('closing', () => {
  it('is the entry into the closed stage, counted from the first entry', () => {
    expect(closing([aVisit('Lead', 30, 2), aVisit('Won', 2, null, won)])).toEqual({ at: daysAgo(2), afterDays: 28 });
  });

  it('is not known where the last visit is not a closed one', () => {
    expect(closing([aVisit('Lead', 30, null)])).toBeNull();
    expect(closing([])).toBeNull();
  });
});
