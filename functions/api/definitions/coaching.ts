import type { Bilingual } from '@deal-stage-insights/shared';

export const coachingDefinitions: readonly Bilingual[] = [
  {
    en: 'What to talk about: what goes well, what does not, and which deals to look at.',
    fr: 'De quoi parler\u00a0: ce qui va bien, ce qui va moins bien, et quelles transactions regarder.',
  },
  {
    en: 'A point is there only where a difference is larger than chance would make it, after correction for all that is compared. It says what went with what, never why.',
    fr: 'Un point n’est là que si l’écart dépasse ce que ferait le hasard, après correction pour tout ce qui est comparé. Il dit ce qui va avec quoi, jamais pourquoi.',
  },
  {
    en: 'Reps are compared with all others on the same stages over whole months, and only where five or more others were there. Other reps’ agendas are shown by an admin’s switch alone.',
    fr: 'Chacun est comparé à tous les autres, dans les mêmes phases, sur des mois entiers, et seulement s’ils étaient cinq ou plus. Les ordres du jour d’autrui ne sont montrés que si un administrateur l’a permis.',
  },
  {
    en: 'What a difference comes to is the wins that it makes times what a win was worth: a rough size, not a promise.',
    fr: 'Ce que vaut un écart, ce sont les gains qu’il fait fois la valeur d’un gain\u00a0: un ordre de grandeur, pas une promesse.',
  },
];
