import { type Say, textsHook } from '@deal-stage-insights/ui';

export const coachingTexts = ({ f, t, many }: Say) => ({
  own: t('Your agenda', 'Votre ordre du jour'),
  team: t('The pipeline’s agenda', 'L’ordre du jour du pipeline'),
  departed: (name: string) => t(`${name} (has left)`, `${name} (n’est plus là)`),
  noOwn: t('You had no deal in these months.', 'Vous n’aviez aucune transaction ces mois-ci.'),
  notCompared: (least: number) =>
    t(
      `In some month fewer than ${f.count(least)} others were there to compare with: so there are no points for single reps.`,
      `Certains mois, moins de ${f.count(least)} autres étaient là pour comparer\u00a0: pas de points pour une seule personne.`,
    ),
  strengths: t('Going well', 'Ce qui va bien'),
  areas: t('To talk about', 'À aborder'),
  nothing: t('Nothing that chance would not explain.', 'Rien que le hasard n’explique.'),
  rests: (n: number) => t(`rests on ${many(n, 'case', 'cases')}`, `repose sur ${f.count(n)} cas`),
  atStake: (amount: string) => t(`about ${amount}`, `environ ${amount}`),
  deals: t('Stalled deals to look at', 'Transactions à l’arrêt à regarder'),
  changes: t('The last four weeks against the four before', 'Les quatre dernières semaines face aux quatre d’avant'),
  measure: t('Moves', 'Mouvements'),
  measures: {
    'led-on': t('Led on', 'Ont avancé'),
    back: t('Went back', 'Ont reculé'),
    won: t('Won', 'Gagnées'),
    lost: t('Lost', 'Perdues'),
  },
});

export const useCoachingMessages = textsHook(coachingTexts);
