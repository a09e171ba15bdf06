import type { Bilingual } from '@deal-stage-insights/shared';

export const flowDefinitions: readonly Bilingual[] = [
  {
    en: 'What came into each stage, what left it, what lies there, and whether it piles up.',
    fr: 'Ce qui est entré dans chaque phase, ce qui en est sorti, ce qui s’y trouve et si cela s’accumule.',
  },
  {
    en: 'Came in less left is the change of the deals in the stage, exactly, in every period.',
    fr: 'Les entrées moins les sorties donnent exactement l’évolution du nombre de transactions dans la phase, sur toute période.',
  },
  {
    en: '“Share that moves” holds the deals that left, and how long each had stayed, against all the deals that lay there (Little’s law). Far below 100% means that much of what lies in the stage does not move.',
    fr: 'La «\u00a0part qui avance\u00a0» rapporte les transactions sorties, et leur durée de passage, à toutes celles qui étaient là (loi de Little). Loin de 100\u00a0%, une bonne partie de ce qui est dans la phase ne bouge pas.',
  },
  {
    en: '“Filling up” and “emptying” are said only where the change over the last thirteen whole weeks is larger than chance would make it.',
    fr: '«\u00a0Se remplit\u00a0» et «\u00a0se vide\u00a0» ne sont dits que si l’évolution des treize dernières semaines entières dépasse ce que ferait le hasard.',
  },
  {
    en: 'The small figures compare with the period of the same length just before.',
    fr: 'Les petits chiffres comparent avec la période de même longueur juste avant.',
  },
];
