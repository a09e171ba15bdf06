import { finite, object, oneOf, text } from './decode.ts';
import type { Bilingual, Evidence } from './hints.ts';
import type { Money } from './money.ts';

export const money = object<Money>({ amount: finite, currency: text });
export const bilingual = object<Bilingual>({ en: text, fr: text });
export const evidence = object<Evidence>({
  name: text,
  value: finite,
  unit: oneOf('days', 'share', 'deals', 'times', 'money', 'instant'),
});
