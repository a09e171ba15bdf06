import type { Bilingual } from '@deal-stage-insights/shared';

export const actionsDefinitions: readonly Bilingual[] = [
  {
    en: 'What was done about the stages, and each stage before and after it. Beside it the same change of the pipeline’s other stages: what happened everywhere is not special to this one.',
    fr: 'Ce qui a été fait sur les phases, et chaque phase avant et après. À côté, la même évolution des autres phases du pipeline\u00a0: ce qui s’est passé partout n’est pas propre à celle-ci.',
  },
  {
    en: 'Before and after are equally long: as many days as have passed, up to 90. Visits that still run count as “at least this long”, those that began earlier from the age they had: what was under way on the day counts with what it did afterwards.',
    fr: 'Avant et après sont de même durée\u00a0: les jours écoulés, 90 au plus. Les passages en cours comptent comme «\u00a0au moins aussi longs\u00a0», ceux commencés plus tôt à partir de l’âge qu’ils avaient\u00a0: ce qui était en cours ce jour-là compte avec ce qu’il a fait ensuite.',
  },
  {
    en: '“Goes on” is the share of visits that lead to a later stage or to the win within 90 days; time is the mean stay, each visit up to 90 days.',
    fr: '«\u00a0Avance\u00a0» est la part des passages qui mènent à une phase suivante ou au gain sous 90 jours\u00a0; le temps est la durée moyenne, chaque passage jusqu’à 90 jours.',
  },
  {
    en: '“Improved” and “worsened” are said only where the change, and what it is beyond the other stages, are both larger than chance makes them. The ranges hold however often one looks: wide at first, narrower as days pass. Before 14 days, or with fewer than 20 visits ended on either side, nothing is said.',
    fr: '«\u00a0Mieux\u00a0» et «\u00a0moins bien\u00a0» ne sont dits que si l’évolution, et ce qui dépasse celle des autres phases, excèdent toutes deux le hasard. Les fourchettes valent quel que soit le nombre de consultations\u00a0: larges au début, plus étroites au fil des jours. Avant 14 jours, ou avec moins de 20 passages terminés d’un côté, rien n’est dit.',
  },
  {
    en: 'A difference says when things changed, not why. Whatever was unusually bad is often less so afterwards, also where nothing was done: all the more in a stage that had become a bottleneck when something was done about it.',
    fr: 'Une différence dit quand les choses ont changé, pas pourquoi. Ce qui était exceptionnellement mauvais l’est souvent moins ensuite, même si rien n’est fait\u00a0: d’autant plus dans une phase devenue goulot d’étranglement au moment d’agir.',
  },
  {
    en: 'Stages in which something else was recorded within the same days are not compared with.',
    fr: 'Les phases où autre chose a été noté pendant ces jours ne servent pas de comparaison.',
  },
];
