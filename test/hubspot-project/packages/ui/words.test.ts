import { describe, expect, it } from 'vitest';
import { estimateText } from '../../../../hubspot-project/src/app/packages/ui/figures/estimate-text.ts';
import { readingOf } from '../../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { sayIn } from '../../../../hubspot-project/src/app/packages/ui/language/say.ts';
import { sharedWords } from '../../../../hubspot-project/src/app/packages/ui/language/words.ts';

const english = readingOf('en-us', 'UTC').formats;
const words = sharedWords(sayIn(english, 'en'));

describe('readingOf', () => {
  it.each([
    ['en_GB', 'en', '1,234 days'],
    ['fr-fr', 'fr', '1\u202f234\u00a0jours'],
    ['fr_FR', 'fr', '1\u202f234\u00a0jours'],
    ['fy-nl', 'en', '1,234 days'],
    ['not a locale', 'en', '1,234 days'],
    [undefined, 'en', '1,234 days'],
  ])('chooses language and numbers together for %s', (locale, language, duration) => {
    const reading = readingOf(locale, 'UTC');

    expect(reading.language).toBe(language);
    expect(reading.formats.duration(1_234)).toBe(duration);
  });
});

describe('estimateText', () => {
  const estimate = { kind: 'estimate', value: 0.34, low: 0.26, high: 0.43, level: 0.8, n: 118, from: 'stage' } as const;

  it('never shows a figure without its interval and its number of cases', () => {
    expect(estimateText(estimate, english.percent, words)).toEqual({
      figure: '34%',
      evidence: '26% to 43% · 118 cases',
    });
    expect(estimateText({ ...estimate, high: null, n: 1 }, english.percent, words).evidence).toBe(
      'at least 26% · 1 case',
    );
  });

  it('says how much data is missing, not 0', () => {
    expect(estimateText({ kind: 'insufficient', n: 12, needed: 20 }, english.percent, words)).toEqual({
      figure: '–',
      evidence: 'Not enough data (12 of 20)',
    });
  });

  it('says "more than" where the data do not reach', () => {
    const beyond = { kind: 'beyond', atLeast: 90, n: 31, from: 'stage' } as const;

    expect(estimateText(beyond, english.duration, words).figure).toBe('> 90 days');
  });
});
