import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  filling: (stages: readonly string[]) =>
    `${f.plural(stages.length, { one: 'One stage is', other: `${f.count(stages.length)} stages are` })} filling up: ${stages.join(', ')}.`,
  steady: 'No stage is clearly filling up.',
  chart: {
    title: 'Deals that came into each stage and left it',
    axis: 'Deals',
    directions: { in: 'Came in', out: 'Left' },
  },
  weeks: { title: 'Deals in each stage at the end of each week', week: 'Week from', axis: 'Deals' },
  stage: 'Stage',
  cameIn: 'Came in',
  left: 'Left',
  before: (value: string) => `before: ${value}`,
  now: 'There now',
  change: 'Change',
  mean: 'On average there',
  moving: 'Share that moves',
  perWeek: 'Leave a week',
  drift: 'Over the last weeks',
  verdicts: {
    filling: 'Filling up',
    draining: 'Emptying',
    'no-clear-change': 'No clear change',
    insufficient: 'Too few weeks',
  },
  dealsAWeek: (value: number) => `${f.signed(value)} a week`,
  explained: [
    'Came in less left is the change of the deals in the stage, exactly, in every period.',
    '“Share that moves” holds the deals that left, and how long each had stayed, against all the deals that lay there (Little’s law). Far below 100% means that much of what lies in the stage does not move.',
    '“Filling up” and “emptying” are said only where the change over the last thirteen whole weeks is larger than chance would make it.',
    'The small figures compare with the period of the same length just before.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  filling: (stages) =>
    `${f.plural(stages.length, { one: 'Une étape se remplit', other: `${f.count(stages.length)} étapes se remplissent` })}\u00a0: ${stages.join(', ')}.`,
  steady: 'Aucune étape ne se remplit nettement.',
  chart: {
    title: 'Transactions entrées dans chaque étape et sorties',
    axis: 'Transactions',
    directions: { in: 'Entrées', out: 'Sorties' },
  },
  weeks: {
    title: 'Transactions dans chaque étape à la fin de chaque semaine',
    week: 'Semaine du',
    axis: 'Transactions',
  },
  stage: 'Étape',
  cameIn: 'Entrées',
  left: 'Sorties',
  before: (value) => `avant\u00a0: ${value}`,
  now: 'Présentes',
  change: 'Évolution',
  mean: 'Présentes en moyenne',
  moving: 'Part qui avance',
  perWeek: 'Sorties par semaine',
  drift: 'Ces dernières semaines',
  verdicts: {
    filling: 'Se remplit',
    draining: 'Se vide',
    'no-clear-change': 'Pas d’évolution nette',
    insufficient: 'Trop peu de semaines',
  },
  dealsAWeek: (value) => `${f.signed(value)} par semaine`,
  explained: [
    'Les entrées moins les sorties donnent exactement l’évolution du nombre de transactions dans l’étape, sur toute période.',
    'La «\u00a0part qui avance\u00a0» rapporte les transactions sorties, et leur durée de passage, à toutes celles qui étaient là (loi de Little). Loin de 100\u00a0%, une bonne partie de ce qui est dans l’étape ne bouge pas.',
    '«\u00a0Se remplit\u00a0» et «\u00a0se vide\u00a0» ne sont dits que si l’évolution des treize dernières semaines entières dépasse ce que ferait le hasard.',
    'Les petits chiffres comparent avec la période de même longueur juste avant.',
  ],
});

export const flowCatalogues = { en, fr };
export const useFlowMessages = messagesHook(flowCatalogues);
