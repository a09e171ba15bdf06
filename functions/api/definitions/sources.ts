import type { Bilingual } from '@deal-stage-insights/shared';

export const sourcesDefinitions: readonly Bilingual[] = [
  {
    en: 'What becomes of the deals of each lead source, stage by stage.',
    fr: 'Ce que deviennent les transactions de chaque origine, phase par phase.',
  },
  {
    en: 'A visit leads on when the deal goes to a later stage or is won. The share is of the visits that ended in the period.',
    fr: 'Un séjour avance quand la transaction va vers une phase suivante ou est gagnée. La part porte sur les séjours terminés dans la période.',
  },
  {
    en: 'Each source is compared with all others together. What is called clear stays so after correction for all the comparisons made at once (false discovery rate 10%).',
    fr: 'Chaque origine est comparée à toutes les autres réunies. Ce qui est dit net le reste après correction pour toutes les comparaisons faites à la fois (taux de fausses découvertes de 10\u00a0%).',
  },
  {
    en: 'A difference between sources is no proof of what makes it: sources bring different deals.',
    fr: 'Une différence entre origines ne prouve pas ce qui la cause\u00a0: les origines apportent d’autres transactions.',
  },
  {
    en: 'Days in a stage are a mean of the first 90 days; visits that still run count as “at least this long”.',
    fr: 'Les jours dans une phase sont une moyenne des 90 premiers jours\u00a0; les séjours en cours comptent comme «\u00a0au moins aussi long\u00a0».',
  },
  {
    en: 'The lead source is the one in the record now: HubSpot keeps no history of it.',
    fr: 'L’origine est celle de la fiche aujourd’hui\u00a0: HubSpot n’en garde pas l’historique.',
  },
  {
    en: 'Of the visits that ended in the period. Tinted where it clearly differs from all other sources together.',
    fr: 'Parmi les séjours terminés dans la période. Teinté là où cela diffère nettement de toutes les autres origines réunies.',
  },
];
