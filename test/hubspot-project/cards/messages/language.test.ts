import { describe, expect, it } from 'vitest';
import { en, fr } from '../../../../hubspot-project/src/app/cards/messages/texts.ts';
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
    expect(inEnglish.headline.comparison(tenths, false)).toBe(text);
  });
});

describe('the comparison with won deals, in French', () => {
  it.each([
    [0, 'presque toutes les transactions gagnées d’ici y sont restées plus longtemps'],
    [1, 'plus long que 1 transaction sur 10 gagnées d’ici'],
    [5, 'plus long que la moitié des transactions gagnées d’ici'],
    [10, 'plus long que presque toutes les transactions gagnées d’ici'],
  ])('reads naturally at %d tenths', (tenths, text) => {
    expect(inFrench.headline.comparison(tenths, true)).toBe(text);
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
