import { type Say, textsHook } from '@deal-stage-insights/ui';

export const overviewTexts = ({ f, t }: Say) => ({
  /** What a figure is of, where it says nothing of its own. */
  taken: {
    end: t('At the end of the period.', 'À la fin de la période.'),
    sum: t('In the period.', 'Dans la période.'),
  },
  figures: {
    'open-value': t('Open value', 'Valeur ouverte'),
    'open-deals': t('Open deals', 'Transactions ouvertes'),
    'new-deals': t('New deals', 'Nouvelles transactions'),
    'won-deals': t('Deals won', 'Transactions gagnées'),
    'won-value': t('Value won', 'Valeur gagnée'),
    'win-rate': t('Win rate', 'Taux de gain'),
    'cycle-days': t('Days to the win', 'Jours jusqu’au gain'),
    'stalled-value': t('Stalled value', 'Valeur à l’arrêt'),
    'hygiene-score': t('Hygiene score', 'Note d’hygiène'),
    velocity: t('Earned a day', 'Gain par jour'),
  },
  /** What a figure is of, where it says something of its own. */
  what: {
    'win-rate': t('Won of those that closed in the period.', 'Gagnées parmi celles conclues dans la période.'),
    'cycle-days': t(
      'From the first stage on, of the deals won in the period.',
      'Depuis la première phase, des transactions gagnées.',
    ),
    'hygiene-score': t('Of 100 points: at 100 nothing was found.', 'Sur 100 points\u00a0: à 100, rien n’a été trouvé.'),
    velocity: t(
      'Open deals × win rate × value won ÷ days to the win.',
      'Transactions ouvertes × taux de gain × valeur gagnée ÷ jours.',
    ),
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
  clear: (up: readonly string[], down: readonly string[]) => {
    const said = (how: string, names: readonly string[]) =>
      names.length > 0 ? [`${how}${t(':', '\u00a0:')} ${names.join(', ')}.`] : [];
    return [
      ...said(t('Clearly more than before', 'Nettement plus qu’avant'), up),
      ...said(t('Clearly less than before', 'Nettement moins qu’avant'), down),
    ].join(' ');
  },
  tooLittle: t(
    'There is too little in the two periods to compare them.',
    'Il y a trop peu dans les deux périodes pour les comparer.',
  ),
  before: {
    end: (value: string) => t(`At the beginning: ${value}`, `Au début\u00a0: ${value}`),
    sum: (value: string) => t(`The period before: ${value}`, `Période précédente\u00a0: ${value}`),
  },
  change: (difference: string, low: string | null, high: string | null) => {
    const range = low === null || high === null ? '' : t(` (${low} to ${high})`, ` (de ${low} à ${high})`);
    return `${t('Change: ', 'Écart\u00a0: ')}${difference}${range}`;
  },
  points: (points: number) => `${f.decimal(points)} ${f.plural(points, { one: 'point', other: 'points' })}`,
  chart: {
    title: t('Deals before and now', 'Les transactions avant et maintenant'),
  },
});

export const useOverviewMessages = textsHook(overviewTexts);
