import type { Bilingual } from '@deal-stage-insights/shared';

export const repsDefinitions: readonly Bilingual[] = [
  {
    en: 'What reps make of the same deals: with the uncertainty, and privately by default.',
    fr: 'Ce que les commerciaux font des mêmes transactions\u00a0: avec l’incertitude, et en privé par défaut.',
  },
  {
    en: 'A deal counts for whoever owned it when it left a stage, never for its owner now. Only whole months are counted.',
    fr: 'Une transaction compte pour la personne qui en était propriétaire à sa sortie d’une phase, jamais pour le propriétaire actuel. Seuls des mois entiers sont comptés.',
  },
  {
    en: '“Expected” is what all reps together do with the same deals: same stage, same age, same pipeline. So a hard mix of deals is no disadvantage.',
    fr: '«\u00a0Attendu\u00a0» est ce que tous les commerciaux font ensemble des mêmes transactions\u00a0: même phase, même âge, même pipeline. Un portefeuille difficile n’est donc pas un désavantage.',
  },
  {
    en: 'The comparison is drawn towards 1 by as much as chance alone makes reps differ. “More” and “less than expected” are said only where the difference stands after correction for comparing many reps.',
    fr: 'La comparaison est ramenée vers 1 d’autant que le hasard seul distingue les commerciaux. «\u00a0Plus\u00a0» et «\u00a0moins qu’attendu\u00a0» ne sont dits que si la différence tient après correction pour les nombreuses comparaisons.',
  },
  {
    en: 'A pace above 1 means that deals move on sooner than such deals usually do.',
    fr: 'Un rythme au-dessus de 1 veut dire que les transactions avancent plus tôt que d’habitude.',
  },
  {
    en: 'A range goes from the lowest to the highest tenth of a group. It is shown only where it tells of no single rep.',
    fr: 'Une fourchette va du dixième le plus bas au plus haut d’un groupe. Elle n’est montrée que si elle ne désigne personne.',
  },
];
