import type { Bilingual } from '@deal-stage-insights/shared';

export const velocityDefinitions: readonly Bilingual[] = [
  {
    en: 'What the pipeline earns a day, and which of its four factors made the difference.',
    fr: 'Ce que le pipeline rapporte par jour, et lequel de ses quatre facteurs a fait la différence.',
  },
  {
    en: 'Velocity = open deals × win rate × mean value of a won deal ÷ days to the win: what the pipeline earns a day.',
    fr: 'Vélocité = transactions ouvertes × taux de réussite × valeur moyenne d’une transaction gagnée ÷ jours jusqu’au gain\u00a0: ce que le pipeline rapporte par jour.',
  },
  {
    en: 'Open deals are averaged over the period. The win rate counts the deals that were closed in it. The largest values are drawn in to the 95% point, so that one deal does not make the month.',
    fr: 'Les transactions ouvertes sont une moyenne sur la période. Le taux de réussite compte celles qui y ont été closes. Les plus grandes valeurs sont ramenées au seuil de 95\u00a0%, pour qu’une seule transaction ne fasse pas le mois.',
  },
  {
    en: 'Days to the win count deals that are still open as “at least this long”; leaving them out would make every pipeline look quick.',
    fr: 'Les jours jusqu’au gain comptent les transactions encore ouvertes comme «\u00a0au moins aussi longues\u00a0»\u00a0; les écarter ferait paraître tout pipeline rapide.',
  },
  {
    en: 'The change is taken apart by logarithms, which add up exactly. “Faster” and “slower” are said only where the 95% interval leaves zero out.',
    fr: 'L’évolution est décomposée en logarithmes, qui s’additionnent exactement. «\u00a0Plus vite\u00a0» et «\u00a0moins vite\u00a0» ne sont dits que si l’intervalle à 95\u00a0% exclut zéro.',
  },
  {
    en: 'A trend needs at least eight months and is said only where chance would hardly make it (Mann-Kendall).',
    fr: 'Une tendance demande au moins huit mois et n’est dite que si le hasard ne la ferait guère (Mann-Kendall).',
  },
];
