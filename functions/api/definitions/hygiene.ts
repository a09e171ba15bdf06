import type { Bilingual } from '@deal-stage-insights/shared';

export const hygieneDefinitions: readonly Bilingual[] = [
  {
    en: 'How far the records can be trusted: what was found, what it costs, and what it does to the figures.',
    fr: 'Jusqu’où l’on peut se fier aux fiches\u00a0: ce qui a été trouvé, ce que cela coûte et ce que cela fait aux chiffres.',
  },
  {
    en: 'Moves are looked at that were made in the period; what a record lacks is looked at in the open deals at its end. Parked stages wait with reason.',
    fr: 'On examine les mouvements faits dans la période, et ce qui manque aux fiches des transactions ouvertes à sa fin. Les phases en attente n’y sont pas.',
  },
  {
    en: 'Each fault costs points by its share of what was looked at; from half of it on it costs the most that it may. 100 less all points is the score.',
    fr: 'Chaque défaut coûte des points selon sa part de ce qui a été examiné\u00a0; à partir de la moitié, il coûte son maximum. La note est 100 moins tous les points.',
  },
  {
    en: 'A fault is no blame: a skipped stage may be right, and an import is no mistake. They make figures of stages less sure; the table of effects shows by how much.',
    fr: 'Un défaut n’est pas une faute\u00a0: sauter une phase peut être juste, et un import n’est pas une erreur. Ils rendent les chiffres moins sûrs\u00a0; le tableau des effets montre de combien.',
  },
  {
    en: 'Each figure with all records, and without those whose moves were rushed, in bulk, imported or skipped a stage.',
    fr: 'Chaque chiffre avec toutes les fiches, puis sans celles aux mouvements hâtifs, en masse, importés ou sautant une phase.',
  },
];
