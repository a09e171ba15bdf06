import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  figures: {
    'open-value': { name: 'Open value', what: 'Amounts of the deals that are open at the end of the period.' },
    'open-deals': { name: 'Open deals', what: 'At the end of the period.' },
    'new-deals': { name: 'New deals', what: 'Began in the period.' },
    'won-deals': { name: 'Deals won', what: 'In the period.' },
    'won-value': { name: 'Value won', what: 'Amounts of the deals won in the period.' },
    'win-rate': { name: 'Win rate', what: 'Won of those that closed in the period.' },
    'cycle-days': { name: 'Days to the win', what: 'From the first stage on, of the deals won in the period.' },
    velocity: { name: 'Earned a day', what: 'Open deals × win rate × value won ÷ days to the win.' },
  },
  verdicts: {
    up: 'Clearly more',
    down: 'Clearly less',
    'no-clear-change': 'No clear change',
    insufficient: 'Too little to compare',
  },
  none: 'No figure clearly changed against the period before.',
  clear: (up: readonly string[], down: readonly string[]) =>
    [
      ...(up.length > 0 ? [`Clearly more than before: ${up.join(', ')}.`] : []),
      ...(down.length > 0 ? [`Clearly less than before: ${down.join(', ')}.`] : []),
    ].join(' '),
  tooLittle: 'There is too little in the two periods to compare them.',
  counted: (n: number) => `${f.count(n)} ${f.plural(n, { one: 'deal', other: 'deals' })}`,
  before: {
    end: (value: string) => `At the beginning: ${value}`,
    sum: (value: string) => `The period before: ${value}`,
  },
  change: (difference: string, low: string | null, high: string | null) =>
    low === null || high === null ? `Change: ${difference}` : `Change: ${difference} (${low} to ${high})`,
  points: (points: number) => `${f.decimal(points)} ${f.plural(points, { one: 'point', other: 'points' })}`,
  withoutAmount: (n: number) => `${f.count(n)} without an amount`,
  chart: {
    title: 'Deals before and now',
    x: 'Figure',
    y: 'Deals',
    names: { before: 'Before', now: 'This period' },
  },
  explained: [
    'The period is compared with the one of the same length just before it. Stocks (open deals and their value) are compared with the beginning of the period.',
    'A change is called clear only where its 95% interval, in brackets, leaves zero out: sums and counts go up and down by chance as well.',
    'A count has no interval of its own: it was counted. A rate or a duration is an estimate, and its interval stands under it.',
    'Days to the win are a mean that counts open deals as “at least this long”.',
    'Amounts are in the company’s currency. Deals without an amount are counted, but in no sum.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  figures: {
    'open-value': { name: 'Valeur ouverte', what: 'Montants des transactions ouvertes à la fin de la période.' },
    'open-deals': { name: 'Transactions ouvertes', what: 'À la fin de la période.' },
    'new-deals': { name: 'Nouvelles transactions', what: 'Commencées dans la période.' },
    'won-deals': { name: 'Transactions gagnées', what: 'Dans la période.' },
    'won-value': { name: 'Valeur gagnée', what: 'Montants des transactions gagnées dans la période.' },
    'win-rate': { name: 'Taux de gain', what: 'Gagnées parmi celles conclues dans la période.' },
    'cycle-days': { name: 'Jours jusqu’au gain', what: 'Depuis la première étape, des transactions gagnées.' },
    velocity: { name: 'Gain par jour', what: 'Transactions ouvertes × taux de gain × valeur gagnée ÷ jours.' },
  },
  verdicts: {
    up: 'Nettement plus',
    down: 'Nettement moins',
    'no-clear-change': 'Pas de changement net',
    insufficient: 'Trop peu pour comparer',
  },
  none: 'Aucun chiffre n’a nettement changé par rapport à la période précédente.',
  clear: (up, down) =>
    [
      ...(up.length > 0 ? [`Nettement plus qu’avant\u00a0: ${up.join(', ')}.`] : []),
      ...(down.length > 0 ? [`Nettement moins qu’avant\u00a0: ${down.join(', ')}.`] : []),
    ].join(' '),
  tooLittle: 'Il y a trop peu dans les deux périodes pour les comparer.',
  counted: (n) => `${f.count(n)} ${f.plural(n, { one: 'transaction', other: 'transactions' })}`,
  before: { end: (value) => `Au début\u00a0: ${value}`, sum: (value) => `Période précédente\u00a0: ${value}` },
  change: (difference, low, high) =>
    low === null || high === null ? `Écart\u00a0: ${difference}` : `Écart\u00a0: ${difference} (de ${low} à ${high})`,
  points: (points) => `${f.decimal(points)} ${f.plural(points, { one: 'point', other: 'points' })}`,
  withoutAmount: (n) => `${f.count(n)} sans montant`,
  chart: {
    title: 'Les transactions avant et maintenant',
    x: 'Chiffre',
    y: 'Nombre de transactions',
    names: { before: 'Avant', now: 'Cette période' },
  },
  explained: [
    'La période est comparée à celle, de même durée, qui la précède. Les stocks (transactions ouvertes et leur valeur) sont comparés au début de la période.',
    'Un changement n’est dit net que si son intervalle à 95\u00a0%, entre parenthèses, exclut zéro\u00a0: sommes et nombres varient aussi par hasard.',
    'Un nombre n’a pas d’intervalle\u00a0: il a été compté. Un taux ou une durée est une estimation, avec son intervalle dessous.',
    'Les jours jusqu’au gain sont une moyenne où les transactions ouvertes comptent comme «\u00a0au moins aussi long\u00a0».',
    'Les montants sont dans la devise de l’entreprise. Les transactions sans montant sont comptées, mais dans aucune somme.',
  ],
});

export const overviewCatalogues = { en, fr };
export const useOverviewMessages = messagesHook(overviewCatalogues);
