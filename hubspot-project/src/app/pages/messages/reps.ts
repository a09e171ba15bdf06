import { type Say, textsHook } from '@deal-stage-insights/ui';

export const repsTexts = ({ f, t, many }: Say) => ({
  private: t(
    'You see your own figures beside the range of your colleagues. Nobody is named.',
    'Vous voyez vos propres chiffres à côté de la fourchette de vos collègues. Personne n’est nommé.',
  ),
  named: t(
    'Reps are shown by name because an admin has opened that. Each look is logged. The order is never one of merit.',
    'Les commerciaux sont nommés parce qu’un administrateur l’a autorisé. Chaque consultation est journalisée. L’ordre n’est jamais celui du mérite.',
  ),
  noDeals: t(
    'You owned no deal of this pipeline in the period.',
    'Vous n’aviez aucune transaction de ce pipeline sur la période.',
  ),
  noBands: t(
    'Too few reps to compare without telling of single ones.',
    'Trop peu de commerciaux pour comparer sans désigner quelqu’un.',
  ),
  own: t('Your figures', 'Vos chiffres'),
  bands: t('The range of the others', 'La fourchette des autres'),
  reps: t('Reps', 'Commerciaux'),
  wholePipeline: t('The whole pipeline', 'Tout le pipeline'),
  team: (label: string | null) => t(label ?? 'A team', label ?? 'Une équipe'),
  rep: t('Rep', 'Commercial'),
  you: t('You', 'Vous'),
  departed: t('Has left', 'Parti'),
  owned: t('Deals owned', 'Transactions suivies'),
  expected: t('Wins: achieved and expected', 'Gains\u00a0: obtenus et attendus'),
  achievedOf: (achieved: number, expected: number) =>
    t(
      `${f.decimal(achieved)} of ${f.decimal(expected)} expected`,
      `${f.decimal(achieved)} pour ${f.decimal(expected)} attendus`,
    ),
  ratio: t('Wins ÷ expected', 'Gains ÷ attendus'),
  pace: t('Pace (1 is usual)', 'Rythme (1 est habituel)'),
  tooFewClosed: (needed: number) =>
    t(
      `Fewer than ${f.count(needed)} closed deals: not compared`,
      `Moins de ${f.count(needed)} transactions closes\u00a0: pas de comparaison`,
    ),
  verdicts: {
    better: t('More than expected', 'Plus qu’attendu'),
    worse: t('Less than expected', 'Moins qu’attendu'),
    'not-distinguishable': t('No difference to be seen', 'Aucune différence visible'),
  },
  group: t('Group', 'Groupe'),
  repsIn: (n: number) => t(many(n, 'rep', 'reps'), many(n, 'commercial', 'commerciaux')),
  range: (low: string, high: string) => t(`${low} to ${high}`, `de ${low} à ${high}`),
  tooFew: t('Too few to show', 'Trop peu pour être montré'),
  pooled: (reps: number, needed: number) =>
    t(
      `Reps with fewer than ${f.count(needed)} closed deals, not compared one by one: ${f.count(reps)}.`,
      `Commerciaux de moins de ${f.count(needed)} transactions closes, non comparés un à un\u00a0: ${f.count(reps)}.`,
    ),
});

export const useRepsMessages = textsHook(repsTexts);
