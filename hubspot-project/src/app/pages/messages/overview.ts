import { type Say, textsHook } from '@deal-stage-insights/ui';

export const overviewTexts = ({ f, t }: Say) => ({
  /** What a figure is of, where it says nothing of its own. */
  taken: {
    end: t('At the end of the period.', 'À la fin de la période.'),
    sum: t('In the period.', 'Dans la période.'),
  },
  figures: {
    'open-value': {
      name: t('Open value', 'Valeur ouverte'),
      what: null,
    },
    'open-deals': {
      name: t('Open deals', 'Transactions ouvertes'),
      what: null,
    },
    'new-deals': {
      name: t('New deals', 'Nouvelles transactions'),
      what: null,
    },
    'won-deals': {
      name: t('Deals won', 'Transactions gagnées'),
      what: null,
    },
    'won-value': {
      name: t('Value won', 'Valeur gagnée'),
      what: null,
    },
    'win-rate': {
      name: t('Win rate', 'Taux de gain'),
      what: t('Won of those that closed in the period.', 'Gagnées parmi celles conclues dans la période.'),
    },
    'cycle-days': {
      name: t('Days to the win', 'Jours jusqu’au gain'),
      what: t(
        'From the first stage on, of the deals won in the period.',
        'Depuis la première phase, des transactions gagnées.',
      ),
    },
    'stalled-value': {
      name: t('Stalled value', 'Valeur à l’arrêt'),
      what: null,
    },
    'hygiene-score': {
      name: t('Hygiene score', 'Note d’hygiène'),
      what: t('Of 100 points: at 100 nothing was found.', 'Sur 100 points\u00a0: à 100, rien n’a été trouvé.'),
    },
    velocity: {
      name: t('Earned a day', 'Gain par jour'),
      what: t(
        'Open deals × win rate × value won ÷ days to the win.',
        'Transactions ouvertes × taux de gain × valeur gagnée ÷ jours.',
      ),
    },
  },
  sideBySide: t('All pipelines side by side', 'Tous les pipelines côte à côte'),
  verdicts: {
    up: t('Clearly more', 'Nettement plus'),
    down: t('Clearly less', 'Nettement moins'),
  },
  none: t(
    'No figure clearly changed against the period before.',
    'Aucun chiffre n’a nettement changé par rapport à la période précédente.',
  ),
  clear: (up: readonly string[], down: readonly string[]) =>
    t(
      [
        ...(up.length > 0 ? [`Clearly more than before: ${up.join(', ')}.`] : []),
        ...(down.length > 0 ? [`Clearly less than before: ${down.join(', ')}.`] : []),
      ].join(' '),
      [
        ...(up.length > 0 ? [`Nettement plus qu’avant\u00a0: ${up.join(', ')}.`] : []),
        ...(down.length > 0 ? [`Nettement moins qu’avant\u00a0: ${down.join(', ')}.`] : []),
      ].join(' '),
    ),
  tooLittle: t(
    'There is too little in the two periods to compare them.',
    'Il y a trop peu dans les deux périodes pour les comparer.',
  ),
  before: {
    end: (value: string) => t(`At the beginning: ${value}`, `Au début\u00a0: ${value}`),
    sum: (value: string) => t(`The period before: ${value}`, `Période précédente\u00a0: ${value}`),
  },
  change: (difference: string, low: string | null, high: string | null) =>
    t(
      low === null || high === null ? `Change: ${difference}` : `Change: ${difference} (${low} to ${high})`,
      low === null || high === null ? `Écart\u00a0: ${difference}` : `Écart\u00a0: ${difference} (de ${low} à ${high})`,
    ),
  points: (points: number) => `${f.decimal(points)} ${f.plural(points, { one: 'point', other: 'points' })}`,
  chart: {
    title: t('Deals before and now', 'Les transactions avant et maintenant'),
  },
});

export const useOverviewMessages = textsHook(overviewTexts);
