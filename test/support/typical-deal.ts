import { FACT_PROPERTIES, type PresentRead, type Revision } from '@deal-stage-insights/shared';
import { aDealRead, day } from './builders.ts';

/** A deal as large as most become: `changes` of stage, amount and close date in turn, numeric stage ids, every fact set. */
export function aTypicalDeal({ changes }: { readonly changes: number }): PresentRead {
  const every = (nth: number, value: (at: number) => string): readonly Revision[] =>
    Array.from({ length: changes }, (_, index) => index)
      .filter((index) => index % 4 === nth)
      .map((index) => ({ at: day(index * 3) + index * 1_234_567, value: value(index), sourceType: 'CRM_UI' }));
  return aDealRead({
    dealId: '31415926535',
    lastModifiedAt: day(changes * 3),
    histories: {
      dealstage: [
        ...every(0, (index) => String(9_876_543_210 + index)),
        ...every(1, (index) => String(9_876_543_310 + index)),
      ],
      amount: every(2, (index) => String(12_500 + 250 * index)),
      closedate: every(3, (index) => new Date(day(90 + index)).toISOString()),
      hubspot_owner_id: [{ at: day(0), value: '271828182', sourceType: 'CRM_UI' }],
    },
    facts: Object.fromEntries(FACT_PROPERTIES.map((name, index) => [name, `value ${index} of ${name}`])),
  });
}
