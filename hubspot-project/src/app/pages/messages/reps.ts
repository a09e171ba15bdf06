import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  private: 'You see your own figures beside the range of your colleagues. Nobody is named.',
  named:
    'Reps are shown by name because an admin has opened that. Each look is logged. The order is never one of merit.',
  noDeals: 'You owned no deal of this pipeline in the period.',
  noBands: 'There are too few reps to show a range without telling of single ones.',
  own: 'Your figures',
  bands: 'The range of the others',
  reps: 'Reps',
  wholePipeline: 'The whole pipeline',
  team: (label: string | null) => label ?? 'A team',
  rep: 'Rep',
  noName: (ownerId: string) => `Owner ${ownerId}`,
  departed: 'Has left',
  owned: 'Deals owned',
  won: 'Won and lost',
  wonAndLost: (won: number, lost: number) => `${f.count(won)} won, ${f.count(lost)} lost`,
  expected: 'Wins: achieved and expected',
  achievedOf: (achieved: number, expected: number) => `${f.decimal(achieved)} of ${f.decimal(expected)} expected`,
  ratio: 'Against the same deals',
  pace: 'Pace',
  tooFewClosed: (needed: number) => `Fewer than ${f.count(needed)} closed deals: not compared`,
  verdicts: {
    better: 'More than expected',
    worse: 'Less than expected',
    'not-distinguishable': 'No difference to be seen',
  },
  group: 'Group',
  repsIn: (n: number) => `${f.count(n)} ${f.plural(n, { one: 'rep', other: 'reps' })}`,
  winRate: 'Win rate',
  range: (low: string, high: string) => `${low} to ${high}`,
  tooFew: 'Too few to show',
  pooled: (reps: number, needed: number) =>
    `${f.count(reps)} ${f.plural(reps, { one: 'rep has', other: 'reps have' })} fewer than ${f.count(needed)} closed deals and ${f.plural(reps, { one: 'is', other: 'are' })} not compared one by one.`,
  explained: [
    'A deal counts for whoever owned it when it left a stage, never for its owner now. Only whole months are counted.',
    '“Expected” is what all reps together do with the same deals: same stage, same age, same pipeline. So a hard mix of deals is no disadvantage.',
    'The comparison is drawn towards 1 by as much as chance alone makes reps differ. “More” and “less than expected” are said only where the difference stands after correction for comparing many reps.',
    'A pace above 1 means that deals move on sooner than such deals usually do.',
    'A range goes from the lowest to the highest tenth of a group. It is shown only where it tells of no single rep.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  private: 'Vous voyez vos propres chiffres à côté de la fourchette de vos collègues. Personne n’est nommé.',
  named:
    'Les commerciaux sont nommés parce qu’un administrateur l’a autorisé. Chaque consultation est journalisée. L’ordre n’est jamais celui du mérite.',
  noDeals: 'Vous n’aviez aucune transaction de ce pipeline sur la période.',
  noBands: 'Il y a trop peu de commerciaux pour montrer une fourchette sans désigner quelqu’un.',
  own: 'Vos chiffres',
  bands: 'La fourchette des autres',
  reps: 'Commerciaux',
  wholePipeline: 'Tout le pipeline',
  team: (label) => label ?? 'Une équipe',
  rep: 'Commercial',
  noName: (ownerId) => `Propriétaire ${ownerId}`,
  departed: 'Parti',
  owned: 'Transactions suivies',
  won: 'Gagnées et perdues',
  wonAndLost: (won, lost) =>
    `${f.count(won)} ${f.plural(won, { one: 'gagnée', other: 'gagnées' })}, ${f.count(lost)} ${f.plural(lost, { one: 'perdue', other: 'perdues' })}`,
  expected: 'Gains\u00a0: obtenus et attendus',
  achievedOf: (achieved, expected) => `${f.decimal(achieved)} pour ${f.decimal(expected)} attendus`,
  ratio: 'Sur les mêmes transactions',
  pace: 'Rythme',
  tooFewClosed: (needed) => `Moins de ${f.count(needed)} transactions closes\u00a0: pas de comparaison`,
  verdicts: {
    better: 'Plus qu’attendu',
    worse: 'Moins qu’attendu',
    'not-distinguishable': 'Aucune différence visible',
  },
  group: 'Groupe',
  repsIn: (n) => `${f.count(n)} ${f.plural(n, { one: 'commercial', other: 'commerciaux' })}`,
  winRate: 'Taux de réussite',
  range: (low, high) => `de ${low} à ${high}`,
  tooFew: 'Trop peu pour être montré',
  pooled: (reps, needed) =>
    `${f.count(reps)} ${f.plural(reps, { one: 'commercial a', other: 'commerciaux ont' })} moins de ${f.count(needed)} transactions closes et ne ${f.plural(reps, { one: 'sera pas comparé seul', other: 'seront pas comparés un à un' })}.`,
  explained: [
    'Une transaction compte pour la personne qui en était propriétaire à sa sortie d’une étape, jamais pour le propriétaire actuel. Seuls des mois entiers sont comptés.',
    '«\u00a0Attendu\u00a0» est ce que tous les commerciaux font ensemble des mêmes transactions\u00a0: même étape, même âge, même pipeline. Un portefeuille difficile n’est donc pas un désavantage.',
    'La comparaison est ramenée vers 1 d’autant que le hasard seul distingue les commerciaux. «\u00a0Plus\u00a0» et «\u00a0moins qu’attendu\u00a0» ne sont dits que si la différence tient après correction pour les nombreuses comparaisons.',
    'Un rythme au-dessus de 1 veut dire que les transactions avancent plus tôt que d’habitude.',
    'Une fourchette va du dixième le plus bas au plus haut d’un groupe. Elle n’est montrée que si elle ne désigne personne.',
  ],
});

export const repsCatalogues = { en, fr };
export const useRepsMessages = messagesHook(repsCatalogues);
