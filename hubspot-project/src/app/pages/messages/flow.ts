import { type Say, textsHook } from '@deal-stage-insights/ui';

export const flowTexts = ({ f, t }: Say) => ({
  filling: (stages: readonly string[]) =>
    t(`Filling up: ${stages.join(', ')}.`, `Se remplissent\u00a0: ${stages.join(', ')}.`),
  steady: t('No stage is clearly filling up.', 'Aucune phase ne se remplit nettement.'),
  chart: {
    title: t('Deals that came into each stage and left it', 'Transactions entrées dans chaque phase et sorties'),
  },
  weeks: {
    title: t(
      'Deals in each stage at the end of each week',
      'Transactions dans chaque phase à la fin de chaque semaine',
    ),
    week: t('Week from', 'Semaine du'),
  },
  now: t('There now', 'Présentes'),
  mean: t('On average there', 'Présentes en moyenne'),
  moving: t('Share that moves', 'Part qui avance'),
  perWeek: t('Leave a week', 'Sorties par semaine'),
  drift: t('Over the last weeks', 'Ces dernières semaines'),
  verdicts: {
    filling: t('Filling up', 'Se remplit'),
    draining: t('Emptying', 'Se vide'),
    'no-clear-change': t('No clear change', 'Pas d’évolution nette'),
    insufficient: t('Too few weeks', 'Trop peu de semaines'),
  },
  dealsAWeek: (value: number) => t(`${f.signed(value)} a week`, `${f.signed(value)} par semaine`),
});

export const useFlowMessages = textsHook(flowTexts);
