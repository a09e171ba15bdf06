import type { Bilingual } from '@deal-stage-insights/shared';

export const dealDefinitions: readonly Bilingual[] = [
  {
    en: 'Time: visits that are not over yet count as “at least this long”. They are not left out and not taken as finished (Kaplan–Meier).',
    fr: 'Temps\u00a0: les passages qui ne sont pas finis comptent comme «\u00a0au moins aussi longs\u00a0». Ils ne sont ni omis ni pris pour finis (Kaplan–Meier).',
  },
  {
    en: 'Chance: of earlier visits to this stage that had reached the same age, how many were won within the days that stand over the figure, and how many ever. Deals that never end count as not won.',
    fr: 'Chance\u00a0: parmi les passages précédents dans cette phase qui ont atteint le même âge, combien ont été gagnés dans le délai indiqué au-dessus du chiffre, et combien un jour. Les transactions qui ne finissent jamais comptent comme non gagnées.',
  },
  {
    en: 'Interval: with this much history the true chance lies inside it about as often as its percentage says.',
    fr: 'Intervalle\u00a0: avec cet historique, la vraie chance s’y trouve à peu près aussi souvent que l’indique son pourcentage.',
  },
  {
    en: 'Typed: what an admin set for the stage in HubSpot, the same for every deal and age.',
    fr: 'Saisie\u00a0: ce qu’un administrateur a donné à la phase dans HubSpot, le même pour toutes les transactions et tous les âges.',
  },
  {
    en: 'Stalled: the chance ever to be won is below 6 tenths of its value at entry or, where it cannot be measured, the visit is longer than 9 of 10 that went on.',
    fr: 'À l’arrêt\u00a0: la chance d’être gagnée un jour est au-dessous de 6 dixièmes de sa valeur d’entrée ou, là où elle ne se mesure pas, le passage dure plus longtemps que 9 sur 10 de ceux qui ont avancé.',
  },
  {
    en: 'Trend: the chance by stage and age of each week, with today’s figures.',
    fr: 'Évolution\u00a0: la chance selon la phase et l’âge de chaque semaine, avec les chiffres d’aujourd’hui.',
  },
  {
    en: 'Next: how earlier visits went on that had reached the same age. Only the next move counts, not where deals ended.',
    fr: 'Suite\u00a0: ce que sont devenus les passages précédents qui ont atteint le même âge. Seul le mouvement suivant compte, pas la fin.',
  },
  {
    en: 'Close: the middle half of the time to a win. Lost deals are not in it: it says nothing of how likely a win is.',
    fr: 'Clôture\u00a0: la moitié centrale du temps jusqu’au gain. Les pertes n’y sont pas\u00a0: cela ne dit rien de la chance d’un gain.',
  },
  {
    en: 'Worth: the amount times the most that the point may change the chance to win.',
    fr: 'Valeur\u00a0: le montant multiplié par ce que le point peut changer au plus à la chance de gagner.',
  },
];
