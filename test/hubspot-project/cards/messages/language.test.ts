import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../../hubspot-project/src/app/cards/messages/language.ts';

describe('messagesFor', () => {
  it.each([
    ['en-us', '1,234 days'],
    ['en_GB', '1,234 days'],
    ['fr-fr', '1\u202f234\u00a0jours'],
    ['fr_FR', '1\u202f234\u00a0jours'],
    ['fr', '1\u202f234\u00a0jours'],
    ['de-de', '1,234 days'],
    ['not a locale', '1,234 days'],
    [undefined, '1,234 days'],
  ])('chooses language and numbers together for %s', (locale, duration) => {
    const messages = messagesFor(locale, 'UTC');

    expect(messages.duration(1_234)).toBe(duration);
    expect(messages.askAgain).toBe(duration.endsWith('jours') ? 'Redemander' : 'Ask again');
  });
});

describe('the comparison in the headline', () => {
  it.each([
    [0, 'nearly all visits here last longer'],
    [1, 'longer than 1 of 10 visits here'],
    [5, 'longer than half of the visits here'],
    [9, 'longer than 9 of 10 visits here'],
    [10, 'longer than nearly all visits here'],
  ])('reads naturally at %d tenths', (tenths, text) => {
    expect(messagesFor('en', 'UTC').headline.comparison(tenths)).toBe(text);
  });
});

describe('the number of a visit', () => {
  it.each([
    [2, '2nd visit', '2e passage'],
    [3, '3rd visit', '3e passage'],
    [11, '11th visit', '11e passage'],
    [21, '21st visit', '21e passage'],
  ])('is %d: %s, %s', (n, english, french) => {
    expect(messagesFor('en', 'UTC').way.returned(n)).toBe(english);
    expect(messagesFor('fr', 'UTC').way.returned(n)).toBe(french);
  });
});
