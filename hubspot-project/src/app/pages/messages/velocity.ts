import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  perDay: 'Velocity: worth won a day',
  before: 'The period before',
  factors: {
    openDeals: 'Open deals',
    winRate: 'Win rate',
    wonValue: 'Value of a won deal',
    cycleDays: 'Days to the win',
    total: 'All together',
    velocity: 'Velocity',
  },
  faster: (ratio: number, factor: string) =>
    `The pipeline earns faster than before (${f.change(ratio)}). What moved most: ${factor}.`,
  slower: (ratio: number, factor: string) =>
    `The pipeline earns more slowly than before (${f.change(ratio)}). What moved most: ${factor}.`,
  noClearChange: (ratio: number) => `${f.change(ratio)} against the period before: no more than chance would explain.`,
  noChangeKnown: 'One of the two periods has too few wins to be compared.',
  between: (low: number, high: number) => `${f.change(low)} to ${f.change(high)} (95% interval)`,
  won: (won: number, lost: number) => `${f.count(won)} won, ${f.count(lost)} lost`,
  wonWithoutAmount: (n: number) =>
    `${f.count(n)} won ${f.plural(n, { one: 'deal has', other: 'deals have' })} no amount in the company’s currency and ${f.plural(n, { one: 'is', other: 'are' })} not in the value.`,
  chart: { title: 'What each factor alone would have changed, in percent', factor: 'Factor', axis: 'Percent' },
  months: {
    title: (currency: string) => `Worth won a day, month by month (${currency})`,
    month: 'Month',
    velocity: 'Velocity',
    deals: 'Closed deals',
  },
  now: 'This period',
  effect: 'Effect on velocity',
  trends: {
    title: 'Over the last twelve months',
    factor: 'Factor',
    trend: 'Trend',
    perMonth: 'A month',
    verdicts: {
      rising: 'Rising',
      falling: 'Falling',
      'no-clear-trend': 'No clear trend',
      insufficient: 'Too few months',
    },
  },
  explained: [
    'Velocity = open deals × win rate × mean value of a won deal ÷ days to the win: what the pipeline earns a day.',
    'Open deals are averaged over the period. The win rate counts the deals that were closed in it. The largest values are drawn in to the 95% point, so that one deal does not make the month.',
    'Days to the win count deals that are still open as “at least this long”; leaving them out would make every pipeline look quick.',
    'The change is taken apart by logarithms, which add up exactly. “Faster” and “slower” are said only where the 95% interval leaves zero out.',
    'A trend needs at least eight months and is said only where chance would hardly make it (Mann-Kendall).',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  perDay: 'Vélocité\u00a0: valeur gagnée par jour',
  before: 'La période d’avant',
  factors: {
    openDeals: 'Transactions ouvertes',
    winRate: 'Taux de réussite',
    wonValue: 'Valeur d’une transaction gagnée',
    cycleDays: 'Jours jusqu’au gain',
    total: 'Tous ensemble',
    velocity: 'Vélocité',
  },
  faster: (ratio, factor) =>
    `Le pipeline rapporte plus vite qu’avant (${f.change(ratio)}). Ce qui a le plus changé\u00a0: ${factor}.`,
  slower: (ratio, factor) =>
    `Le pipeline rapporte moins vite qu’avant (${f.change(ratio)}). Ce qui a le plus changé\u00a0: ${factor}.`,
  noClearChange: (ratio) =>
    `${f.change(ratio)} par rapport à la période d’avant\u00a0: pas plus que ce que le hasard expliquerait.`,
  noChangeKnown: 'L’une des deux périodes compte trop peu de gains pour être comparée.',
  between: (low, high) => `de ${f.change(low)} à ${f.change(high)} (intervalle à 95\u00a0%)`,
  won: (won, lost) => `${f.count(won)} gagnées, ${f.count(lost)} perdues`,
  wonWithoutAmount: (n) =>
    `${f.count(n)} ${f.plural(n, { one: 'transaction gagnée n’a pas', other: 'transactions gagnées n’ont pas' })} de montant dans la devise de l’entreprise et ${f.plural(n, { one: 'n’est pas comptée', other: 'ne sont pas comptées' })} dans la valeur.`,
  chart: {
    title: 'Ce que chaque facteur aurait changé à lui seul, en pourcentage',
    factor: 'Facteur',
    axis: 'Pourcentage',
  },
  months: {
    title: (currency) => `Valeur gagnée par jour, mois par mois (${currency})`,
    month: 'Mois',
    velocity: 'Vélocité',
    deals: 'Transactions closes',
  },
  now: 'Cette période',
  effect: 'Effet sur la vélocité',
  trends: {
    title: 'Sur les douze derniers mois',
    factor: 'Facteur',
    trend: 'Tendance',
    perMonth: 'Par mois',
    verdicts: {
      rising: 'En hausse',
      falling: 'En baisse',
      'no-clear-trend': 'Pas de tendance nette',
      insufficient: 'Trop peu de mois',
    },
  },
  explained: [
    'Vélocité = transactions ouvertes × taux de réussite × valeur moyenne d’une transaction gagnée ÷ jours jusqu’au gain\u00a0: ce que le pipeline rapporte par jour.',
    'Les transactions ouvertes sont une moyenne sur la période. Le taux de réussite compte celles qui y ont été closes. Les plus grandes valeurs sont ramenées au seuil de 95\u00a0%, pour qu’une seule transaction ne fasse pas le mois.',
    'Les jours jusqu’au gain comptent les transactions encore ouvertes comme «\u00a0au moins aussi longues\u00a0»\u00a0; les écarter ferait paraître tout pipeline rapide.',
    'L’évolution est décomposée en logarithmes, qui s’additionnent exactement. «\u00a0Plus vite\u00a0» et «\u00a0moins vite\u00a0» ne sont dits que si l’intervalle à 95\u00a0% exclut zéro.',
    'Une tendance demande au moins huit mois et n’est dite que si le hasard ne la ferait guère (Mann-Kendall).',
  ],
});

export const velocityCatalogues = { en, fr };
export const useVelocityMessages = messagesHook(velocityCatalogues);
