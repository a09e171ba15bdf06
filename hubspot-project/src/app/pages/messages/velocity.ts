import { type Say, textsHook } from '@deal-stage-insights/ui';

export const velocityTexts = ({ f, t, many }: Say) => ({
  perDay: t('Velocity: worth won a day', 'Vélocité\u00a0: valeur gagnée par jour'),
  before: t('The period before', 'La période d’avant'),
  factor: t('Factor', 'Facteur'),
  wonValue: t('Value of a won deal', 'Valeur d’une transaction gagnée'),
  total: t('All together', 'Tous ensemble'),
  velocity: t('Velocity', 'Vélocité'),
  earns: (isFaster: boolean, ratio: number, factor: string) =>
    t(
      `The pipeline earns ${isFaster ? 'faster' : 'more slowly'} than before (${f.change(ratio)}). What moved most: ${factor}.`,
      `Le pipeline rapporte ${isFaster ? 'plus' : 'moins'} vite qu’avant (${f.change(ratio)}). Ce qui a le plus changé\u00a0: ${factor}.`,
    ),
  noClearChange: (ratio: number) =>
    t(
      `${f.change(ratio)} against the period before: no more than chance would explain.`,
      `${f.change(ratio)} par rapport à la période d’avant\u00a0: pas plus que ce que le hasard expliquerait.`,
    ),
  noChangeKnown: t(
    'One of the two periods has too few wins to be compared.',
    'L’une des deux périodes compte trop peu de gains pour être comparée.',
  ),
  between: (low: number, high: number) =>
    t(
      `${f.change(low)} to ${f.change(high)} (95% interval)`,
      `de ${f.change(low)} à ${f.change(high)} (intervalle à 95\u00a0%)`,
    ),
  won: (won: number, lost: number) =>
    t(`${f.count(won)} won, ${f.count(lost)} lost`, `${f.count(won)} gagnées, ${f.count(lost)} perdues`),
  wonWithoutAmount: (n: number) =>
    t(
      `Won without an amount in the company’s currency, and so not in the value: ${f.count(n)}.`,
      `Gagnées sans montant dans la devise de l’entreprise, donc absentes de la valeur\u00a0: ${f.count(n)}.`,
    ),
  chart: {
    title: t(
      'What each factor alone would have changed, in percent',
      'Ce que chaque facteur aurait changé à lui seul, en pourcentage',
    ),
    axis: t('Percent', 'Pourcentage'),
  },
  months: {
    title: (currency: string) =>
      t(`Worth won a day, month by month (${currency})`, `Valeur gagnée par jour, mois par mois (${currency})`),
    leftOut: (needed: number, months: readonly string[]) =>
      t(
        `A month needs ${many(needed, 'win', 'wins')} to be drawn. Left out: ${months.join(', ')}.`,
        `Un mois doit compter ${many(needed, 'gain', 'gains')} pour être tracé. Absents\u00a0: ${months.join(', ')}.`,
      ),
    month: t('Month', 'Mois'),
    deals: t('Closed deals', 'Transactions closes'),
  },
  effect: t('Effect on velocity', 'Effet sur la vélocité'),
  trends: {
    title: t('Over the last twelve months', 'Sur les douze derniers mois'),
    perMonth: (change: string) => t(`A month: ${change}`, `Par mois\u00a0: ${change}`),
    verdicts: {
      rising: t('Rising', 'En hausse'),
      falling: t('Falling', 'En baisse'),
      'no-clear-trend': t('No clear trend', 'Pas de tendance nette'),
      insufficient: t('Too few months', 'Trop peu de mois'),
    },
  },
});

export const useVelocityMessages = textsHook(velocityTexts);
