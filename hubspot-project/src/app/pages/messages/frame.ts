import { type Say, textsHook } from '@deal-stage-insights/ui';

export const frameTexts = ({ f, t, many }: Say) => ({
  page: t('Analytics', 'Analyses'),
  views: {
    hygiene: t('Hygiene', 'Hygiène'),
    changes: t('Then and now', 'Avant, après'),
    coaching: t('Coaching', 'Accompagnement'),
    stalled: t('Stalled deals', 'À l’arrêt'),
    focus: t('Focus list', 'Priorités'),
    overview: t('Overview', 'Vue d’ensemble'),
    transitions: t('Transitions', 'Passages'),
    sources: t('Lead sources', 'Origines'),
    reps: t('People', 'Équipe'),
    stages: t('Stages', 'Phases'),
    flow: t('Flow', 'Flux'),
    velocity: t('Velocity', 'Vélocité'),
    forecast: t('Forecast', 'Prévision'),
    calibration: t('Calibration', 'Fiabilité'),
    weekly: t('Weekly summary', 'Résumé hebdomadaire'),
  },
  common: {
    stage: t('Stage', 'Phase'),
    deal: t('Deal', 'Transaction'),
    deals: t('Deals', 'Transactions'),
    openDeals: t('Open deals', 'Transactions ouvertes'),
    amount: t('Amount', 'Montant'),
    thousand: (currency: string) => t(`Thousand ${currency}`, `Milliers de ${currency}`),
    figure: t('Figure', 'Chiffre'),
    days: t('Days', 'Jours'),
    won: t('Won', 'Gagnées'),
    lost: t('Lost', 'Perdues'),
    winRate: t('Win rate', 'Taux de gain'),
    valueWon: t('Value won', 'Valeur gagnée'),
    daysToWin: t('Days to the win', 'Jours jusqu’au gain'),
    cameIn: t('Came in', 'Entrées'),
    left: t('Left', 'Sorties'),
    goOn: t('Go on', 'Avancent'),
    stillThere: t('Still there', 'Toujours là'),
    halfWithin: t('Half end within', 'La moitié finit en'),
    now: t('Now', 'Maintenant'),
    before: t('Before', 'Avant'),
    beforeWas: (value: string) => t(`Before: ${value}`, `Avant\u00a0: ${value}`),
    change: t('Change', 'Évolution'),
    thisPeriod: t('This period', 'Cette période'),
    noClearChange: t('No clear change', 'Pas de changement net'),
    tooLittleToCompare: t('Too little to compare', 'Trop peu pour comparer'),
    bestGuess: t('Go on, best guess', 'Avancent, meilleure estimation'),
    pace: t('Pace against all', 'Rythme face à toutes'),
    times: (ratio: number) => `× ${f.decimal(ratio)}`,
    visitsEnded: t('Visits that ended', 'Passages terminés'),
    mostlyOf: {
      stage: t('mostly from all deals of the stage', 'surtout d’après toute la phase'),
      pipeline: t('mostly from the whole pipeline', 'surtout d’après tout le pipeline'),
      portal: t('mostly from all pipelines', 'surtout d’après tous les pipelines'),
    },
  },
  notFound: {
    title: t('There is no such view', 'Cette vue n’existe pas'),
    body: t(
      'The address may be incomplete, or the view was renamed.',
      'L’adresse est peut-être incomplète, ou la vue a changé de nom.',
    ),
    home: t('Open the first view', 'Ouvrir la première vue'),
  },
  noPipelines: {
    title: t('No pipeline has been read yet', 'Aucun pipeline n’a encore été lu'),
    body: t(
      'This account is still being read from HubSpot. The settings page says how far.',
      'Ce compte est en cours de lecture dans HubSpot. Les paramètres disent où elle en est.',
    ),
  },
  filters: {
    whose: t('Whose deals', 'À qui'),
    everybody: t('All deals', 'Toutes les transactions'),
    mine: t('My deals', 'Les miennes'),
    team: (label: string) => t(`Team ${label}`, `Équipe ${label}`),
    rep: (ownerId: string) => t(`Owner ${ownerId}`, `Propriétaire ${ownerId}`),
    pipeline: 'Pipeline',
    period: t('Period', 'Période'),
    lastDays: (days: number) =>
      t(
        days === 365 ? 'Last 12 months' : `Last ${f.count(days)} days`,
        days === 365 ? '12 derniers mois' : `${f.count(days)} derniers jours`,
      ),
    ownPeriod: t('Days of your own', 'Dates choisies'),
    from: t('From', 'Du'),
    to: t('Until', 'Jusqu’au'),
    toDescription: t('This day no longer counts.', 'Ce jour ne compte plus.'),
    asOf: t('As of', 'État au'),
    asOfDescription: t(
      'The figures as they stood when this day began.',
      'Les chiffres tels qu’ils étaient au début de ce jour.',
    ),
    dealType: t('Deal type', 'Type de transaction'),
    source: t('Lead source', 'Origine du lead'),
    amountFrom: t('Amount from', 'Montant à partir de'),
    amountTo: t('Amount below', 'Montant inférieur à'),
    any: t('Any', 'Toutes'),
    more: (set: number) =>
      t(
        set === 0 ? 'More filters' : `More filters (${f.count(set)} set)`,
        set === 0 ? 'Autres filtres' : `Autres filtres (${many(set, 'actif', 'actifs')})`,
      ),
    clear: t('Clear these filters', 'Effacer ces filtres'),
  },
  counted: {
    period: (fromDay: string, lastDay: string) =>
      t(
        `${f.calendarDay(fromDay)} to ${f.calendarDay(lastDay)}`,
        `du ${f.calendarDay(fromDay)} au ${f.calendarDay(lastDay)}`,
      ),
    deals: (n: number) => t(many(n, 'deal', 'deals'), many(n, 'transaction', 'transactions')),
    filteredOut: (n: number) =>
      t(`${f.count(n)} left out by the filters`, `${many(n, 'écartée', 'écartées')} par les filtres`),
    withoutChance: (n: number) =>
      t(`${f.count(n)} of a chance that cannot be told`, `${f.count(n)} dont la chance ne peut être dite`),
    first: (shown: number, all: number) =>
      t(`The first ${f.count(shown)} of ${f.count(all)}.`, `Les ${f.count(shown)} premières sur ${f.count(all)}.`),
    withoutAmount: (n: number) => t(`${f.count(n)} without an amount`, `${f.count(n)} sans montant`),
    notConverted: (n: number) =>
      t(`${f.count(n)} in a currency without a rate`, `${f.count(n)} dans une devise sans taux`),
    deleted: (n: number) =>
      t(
        `${f.count(n)} deleted in HubSpot, in no figure`,
        `${many(n, 'supprimée', 'supprimées')} dans HubSpot, dans aucun chiffre`,
      ),
  },
  table: {
    copy: t('Copy this table', 'Copier ce tableau'),
    copied: t(
      'The table is in your clipboard: paste it into a spreadsheet.',
      'Le tableau est dans le presse-papiers\u00a0: collez-le dans un tableur.',
    ),
    notCopied: t(
      'The browser did not let the table into the clipboard.',
      'Le navigateur n’a pas laissé copier le tableau.',
    ),
    noName: (dealId: string) => t(`Deal ${dealId}`, `Transaction ${dealId}`),
  },
  behind: {
    show: t('Show the deals', 'Voir les transactions'),
    of: (row: string, figure: string) => t(`${row}: ${figure}`, `${row}\u00a0: ${figure}`),
    none: t('No deal is behind this figure.', 'Aucune transaction derrière ce chiffre.'),
    range: (first: number, last: number, all: number) =>
      t(
        `${f.count(first)} to ${f.count(last)} of ${f.count(all)}`,
        `${f.count(first)} à ${f.count(last)} sur ${f.count(all)}`,
      ),
    previous: t('Previous', 'Précédentes'),
    next: t('Next', 'Suivantes'),
    since: t('Since', 'Depuis'),
    before: (day: string) => t(`before ${day}`, `avant le ${day}`),
    noAmount: t('None', 'Aucun'),
  },
  exported: {
    button: t('Export as CSV', 'Exporter en CSV'),
    valid: t('These links are for you and work for one minute.', 'Ces liens sont pour vous et valent une minute.'),
    failed: t('The export could not be made', 'L’export n’a pas pu être fait'),
    file: (table: string) => t(`Download: ${table}`, `Télécharger\u00a0: ${table}`),
  },
});

/** The texts around every view. */
export const useFrameMessages = textsHook(frameTexts);
