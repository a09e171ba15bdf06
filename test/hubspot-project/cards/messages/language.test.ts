import { describe, expect, it } from 'vitest';
import { en } from '../../../../hubspot-project/src/app/cards/messages/en.ts';
import { fr } from '../../../../hubspot-project/src/app/cards/messages/fr.ts';
import { formats } from '../../../../hubspot-project/src/app/packages/ui/language/formats.ts';

const inEnglish = en(formats('en', 'UTC'));
const inFrench = fr(formats('fr', 'UTC'));

describe('the comparison in the headline', () => {
  it.each([
    [0, 'nearly all visits here last longer'],
    [1, 'longer than 1 of 10 visits here'],
    [5, 'longer than half of the visits here'],
    [9, 'longer than 9 of 10 visits here'],
    [10, 'longer than nearly all visits here'],
  ])('reads naturally at %d tenths', (tenths, text) => {
    expect(inEnglish.headline.comparison(tenths)).toBe(text);
  });
});

describe('the number of a visit', () => {
  it.each([
    [2, '2nd visit', '2e passage'],
    [3, '3rd visit', '3e passage'],
    [11, '11th visit', '11e passage'],
    [21, '21st visit', '21e passage'],
  ])('is %d: %s, %s', (n, english, french) => {
    expect(inEnglish.way.returned(n)).toBe(english);
    expect(inFrench.way.returned(n)).toBe(french);
  });
});
