import { describe, expect, it } from 'vitest';
import type { Evidence } from '@deal-stage-insights/shared';
import { readable } from '../../../shared/src/coaching/property-values.ts';
import { writeEvidence, writeText } from '../../../shared/src/coaching/write-text.ts';

const written = (value: number, unit: Evidence['unit'], isBare = false) =>
  (['en', 'fr'] as const).map((language) =>
    writeEvidence({ name: 'x', value, unit }, { language, currency: 'EUR', isBare }),
  );

describe('writeEvidence', () => {
  it.each([
    [23.4, 'days', '23\u00a0days', '23\u00a0jours'],
    [1, 'days', '1\u00a0day', '1\u00a0jour'],
    [1.53, 'days', '1.5\u00a0days', '1,5\u00a0jour'],
    [0, 'days', '0\u00a0days', '0\u00a0jour'],
    [0.336, 'share', '34%', '34\u00a0%'],
    [1234, 'deals', '1,234\u00a0deals', '1\u202f234\u00a0transactions'],
    [1, 'deals', '1\u00a0deal', '1\u00a0transaction'],
    [3, 'times', '3\u00a0times', '3\u00a0fois'],
    [1_234_567.4, 'money', 'EUR\u00a01,234,567', '1\u202f234\u202f567\u00a0EUR'],
  ] as const)('writes %d %s as each language does', (value, unit, en, fr) => {
    expect(written(value, unit)).toEqual([en, fr]);
  });

  it('writes a bare number where the text has its own noun', () => {
    expect(written(4, 'times', true)).toEqual(['4', '4']);
  });

  it('refuses instants: a day has a name only in a time zone', () => {
    expect(() => written(0, 'instant')).toThrow(RangeError);
  });
});

describe('writeText', () => {
  it('refuses a template that names what is no evidence of it', () => {
    const content = { evidence: [], currency: 'EUR' };
    expect(() => writeText({ en: 'For {age}.', fr: 'Depuis {age}.' }, content)).toThrow(/age/);
  });
});

describe('readable', () => {
  it('names HubSpot’s own values in each language, and makes others readable', () => {
    expect(readable('PAID_SEARCH')).toEqual({ en: 'Paid search', fr: 'Recherche payante' });
    expect(readable('TRADE_FAIR')).toEqual({ en: 'Trade fair', fr: 'Trade fair' });
    const template = { en: 'From “{source}” to {stage}.', fr: 'De « {source} » à {stage}.' };
    const words = { source: readable('PAID_SEARCH'), stage: 'Demo' };
    expect(writeText(template, { evidence: [], words, currency: 'EUR' })).toEqual({
      en: 'From “Paid search” to Demo.',
      fr: 'De « Recherche payante » à Demo.',
    });
  });
});
