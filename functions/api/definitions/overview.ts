import type { Bilingual } from '@deal-stage-insights/shared';

export const overviewDefinitions: readonly Bilingual[] = [
  {
    en: 'How the period went, figure by figure, against the one just before it.',
    fr: 'Comment s’est passée la période, chiffre par chiffre, face à celle qui précède.',
  },
  {
    en: 'The period is compared with the one of the same length just before it. Stocks (open deals and their value) are compared with the beginning of the period.',
    fr: 'La période est comparée à celle, de même durée, qui la précède. Les stocks (transactions ouvertes et leur valeur) sont comparés au début de la période.',
  },
  {
    en: 'A change is called clear only where its 95% interval, in brackets, leaves zero out: sums and counts go up and down by chance as well.',
    fr: 'Un changement n’est dit net que si son intervalle à 95\u00a0%, entre parenthèses, exclut zéro\u00a0: sommes et nombres varient aussi par hasard.',
  },
  {
    en: 'A count has no interval of its own: it was counted. A rate or a duration is an estimate, and its interval stands under it.',
    fr: 'Un nombre n’a pas d’intervalle\u00a0: il a été compté. Un taux ou une durée est une estimation, avec son intervalle dessous.',
  },
  {
    en: 'Days to the win are a mean that counts open deals as “at least this long”.',
    fr: 'Les jours jusqu’au gain sont une moyenne où les transactions ouvertes comptent comme «\u00a0au moins aussi long\u00a0».',
  },
  {
    en: 'Amounts are in the company’s currency. Deals without an amount are counted, but in no sum.',
    fr: 'Les montants sont dans la devise de l’entreprise. Les transactions sans montant sont comptées, mais dans aucune somme.',
  },
  {
    en: 'Stalled value is the amount of the deals that were stalled at the end of the period, and at its beginning, both judged by what is measured today.',
    fr: 'La valeur à l’arrêt est le montant des transactions à l’arrêt à la fin de la période et à son début, toutes jugées d’après ce qui est mesuré aujourd’hui.',
  },
  {
    en: 'The hygiene score is 100 less the points of the faults found in the records. Faults that keep no history count in both periods as they are now.',
    fr: 'La note de tenue vaut 100 moins les points des défauts relevés. Les défauts sans historique comptent dans les deux périodes tels qu’ils sont aujourd’hui.',
  },
];
