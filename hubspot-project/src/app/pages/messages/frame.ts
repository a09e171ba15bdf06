import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  page: 'Analytics',
  views: {
    overview: {
      title: 'Overview',
      about: 'How the period went, figure by figure, against the one just before it.',
    },
    transitions: {
      title: 'Transitions',
      about: 'Where deals went from each stage, what coming back cost, and where and why they were lost.',
    },
    sources: {
      title: 'Lead sources',
      about: 'What becomes of the deals of each lead source, stage by stage.',
    },
    reps: {
      title: 'People',
      about: 'What reps make of the same deals: with the uncertainty, and privately by default.',
    },
    stages: {
      title: 'Stages',
      about: 'How long deals stay in each stage, where they go from there, and how many of them are won.',
    },
    flow: {
      title: 'Flow',
      about: 'What came into each stage, what left it, what lies there, and whether it piles up.',
    },
    velocity: {
      title: 'Velocity',
      about: 'What the pipeline earns a day, and which of its four factors made the difference.',
    },
    forecast: {
      title: 'Forecast',
      about: 'What will be won by when, how sure that is, and how earlier forecasts fared.',
    },
    calibration: {
      title: 'Calibration',
      about: 'How good the chances were that this app gave, once it was known what came.',
    },
  },
  notFound: {
    title: 'There is no such view',
    body: 'The address leads nowhere in this app. It may be incomplete, or the view was renamed.',
    home: 'Open the first view',
  },
  noPipelines: {
    title: 'No pipeline has been read yet',
    body: 'Deal Stage Insights is still reading this account from HubSpot. An admin sees how far it is on the settings page.',
  },
  filters: {
    pipeline: 'Pipeline',
    period: 'Period',
    lastDays: (days: number) => (days === 365 ? 'Last 12 months' : `Last ${f.count(days)} days`),
    ownPeriod: 'Days of your own',
    from: 'From',
    to: 'Until',
    toDescription: 'This day no longer counts.',
    asOf: 'As of',
    asOfDescription: 'The figures as they stood when this day began.',
    dealType: 'Deal type',
    source: 'Lead source',
    amountFrom: 'Amount from',
    amountTo: 'Amount below',
    any: 'Any',
    more: (set: number) => (set === 0 ? 'More filters' : `More filters (${f.count(set)} set)`),
    clear: 'Clear these filters',
    values: {
      dealType: { newbusiness: 'New business', existingbusiness: 'Existing business' },
      source: {
        ORGANIC_SEARCH: 'Organic search',
        PAID_SEARCH: 'Paid search',
        EMAIL_MARKETING: 'Email marketing',
        SOCIAL_MEDIA: 'Organic social',
        PAID_SOCIAL: 'Paid social',
        REFERRALS: 'Referrals',
        AI_REFERRALS: 'AI referrals',
        OTHER_CAMPAIGNS: 'Other campaigns',
        DIRECT_TRAFFIC: 'Direct traffic',
        OFFLINE: 'Offline sources',
      },
    },
  },
  counted: {
    period: (fromDay: string, lastDay: string) => `${f.calendarDay(fromDay)} to ${f.calendarDay(lastDay)}`,
    deals: (n: number) => `${f.count(n)} ${f.plural(n, { one: 'deal', other: 'deals' })}`,
    filteredOut: (n: number) => `${f.count(n)} left out by the filters`,
    withoutAmount: (n: number) => `${f.count(n)} without an amount`,
    notConverted: (n: number) => `${f.count(n)} in a currency without a rate`,
    deleted: (n: number) => `${f.count(n)} deleted in HubSpot, in no figure`,
  },
  table: {
    copy: 'Copy this table',
    copied: 'The table is in your clipboard: paste it into a spreadsheet.',
    notCopied: 'The browser did not let the table into the clipboard.',
    deal: 'Deal',
    noName: (dealId: string) => `Deal ${dealId}`,
  },
  behind: {
    show: 'Show the deals',
    of: (row: string, figure: string) => `${row}: ${figure}`,
    none: 'No deal is behind this figure.',
    range: (first: number, last: number, all: number) => `${f.count(first)} to ${f.count(last)} of ${f.count(all)}`,
    previous: 'Previous',
    next: 'Next',
    stage: 'Stage',
    since: 'Since',
    before: (day: string) => `before ${day}`,
    amount: 'Amount',
    noAmount: 'None',
  },
  exported: {
    button: 'Export as CSV',
    valid: 'These links are for you and work for one minute.',
    failed: 'The export could not be made',
    file: (table: string) => `Download: ${table}`,
    tables: {
      figures: 'single figures',
      stages: 'stages',
      moves: 'moves',
      rework: 'stages visited again',
      lossesByStage: 'losses by stage',
      lossesByReason: 'losses by reason',
      months: 'months',
      periods: 'months and quarters',
      fan: 'course of the quarter',
      topDeals: 'largest deals',
      sources: 'lead sources',
    },
  },
});

const fr = (f: Formats): FrameMessages => ({
  page: 'Analyses',
  views: {
    overview: {
      title: 'Vue d’ensemble',
      about: 'Comment s’est passée la période, chiffre par chiffre, face à celle qui précède.',
    },
    transitions: {
      title: 'Passages',
      about:
        'Où vont les transactions depuis chaque étape, ce que coûtent les retours, et où et pourquoi elles sont perdues.',
    },
    sources: {
      title: 'Origines',
      about: 'Ce que deviennent les transactions de chaque origine, étape par étape.',
    },
    reps: {
      title: 'Équipe',
      about: 'Ce que les commerciaux font des mêmes transactions\u00a0: avec l’incertitude, et en privé par défaut.',
    },
    stages: {
      title: 'Étapes',
      about:
        'Combien de temps les transactions restent dans chaque étape, où elles vont ensuite et combien sont gagnées.',
    },
    flow: {
      title: 'Flux',
      about: 'Ce qui est entré dans chaque étape, ce qui en est sorti, ce qui s’y trouve et si cela s’accumule.',
    },
    velocity: {
      title: 'Vélocité',
      about: 'Ce que le pipeline rapporte par jour, et lequel de ses quatre facteurs a fait la différence.',
    },
    forecast: {
      title: 'Prévision',
      about: 'Ce qui sera gagné et quand, avec quelle certitude, et ce que valaient les prévisions passées.',
    },
    calibration: {
      title: 'Fiabilité',
      about: 'Ce que valaient les chances annoncées par cette application, une fois l’issue connue.',
    },
  },
  notFound: {
    title: 'Cette vue n’existe pas',
    body: 'L’adresse ne mène nulle part dans cette application. Elle est peut-être incomplète, ou la vue a changé de nom.',
    home: 'Ouvrir la première vue',
  },
  noPipelines: {
    title: 'Aucun pipeline n’a encore été lu',
    body: 'Deal Stage Insights est en train de lire ce compte dans HubSpot. Un administrateur voit l’avancement dans les paramètres.',
  },
  filters: {
    pipeline: 'Le pipeline',
    period: 'Période',
    lastDays: (days) => (days === 365 ? '12 derniers mois' : `${f.count(days)} derniers jours`),
    ownPeriod: 'Dates choisies',
    from: 'Du',
    to: 'Jusqu’au',
    toDescription: 'Ce jour ne compte plus.',
    asOf: 'État au',
    asOfDescription: 'Les chiffres tels qu’ils étaient au début de ce jour.',
    dealType: 'Type de transaction',
    source: 'Origine du lead',
    amountFrom: 'Montant à partir de',
    amountTo: 'Montant inférieur à',
    any: 'Toutes',
    more: (set) =>
      set === 0
        ? 'Autres filtres'
        : `Autres filtres (${f.count(set)} ${f.plural(set, { one: 'actif', other: 'actifs' })})`,
    clear: 'Effacer ces filtres',
    values: {
      dealType: { newbusiness: 'Nouvelle affaire', existingbusiness: 'Client existant' },
      source: {
        ORGANIC_SEARCH: 'Recherche naturelle',
        PAID_SEARCH: 'Recherche payante',
        EMAIL_MARKETING: 'E-mail marketing',
        SOCIAL_MEDIA: 'Réseaux sociaux naturels',
        PAID_SOCIAL: 'Réseaux sociaux payants',
        REFERRALS: 'Sites référents',
        AI_REFERRALS: 'Référents IA',
        OTHER_CAMPAIGNS: 'Autres campagnes',
        DIRECT_TRAFFIC: 'Trafic direct',
        OFFLINE: 'Sources hors ligne',
      },
    },
  },
  counted: {
    period: (fromDay, lastDay) => `du ${f.calendarDay(fromDay)} au ${f.calendarDay(lastDay)}`,
    deals: (n) => `${f.count(n)} ${f.plural(n, { one: 'transaction', other: 'transactions' })}`,
    filteredOut: (n) => `${f.count(n)} ${f.plural(n, { one: 'écartée', other: 'écartées' })} par les filtres`,
    withoutAmount: (n) => `${f.count(n)} sans montant`,
    notConverted: (n) => `${f.count(n)} dans une devise sans taux`,
    deleted: (n) =>
      `${f.count(n)} ${f.plural(n, { one: 'supprimée', other: 'supprimées' })} dans HubSpot, dans aucun chiffre`,
  },
  table: {
    copy: 'Copier ce tableau',
    copied: 'Le tableau est dans le presse-papiers\u00a0: collez-le dans un tableur.',
    notCopied: 'Le navigateur n’a pas laissé copier le tableau.',
    deal: 'Transaction',
    noName: (dealId) => `Transaction ${dealId}`,
  },
  behind: {
    show: 'Voir les transactions',
    of: (row, figure) => `${row}\u00a0: ${figure}`,
    none: 'Aucune transaction derrière ce chiffre.',
    range: (first, last, all) => `${f.count(first)} à ${f.count(last)} sur ${f.count(all)}`,
    previous: 'Précédentes',
    next: 'Suivantes',
    stage: 'Étape',
    since: 'Depuis',
    before: (day) => `avant le ${day}`,
    amount: 'Montant',
    noAmount: 'Aucun',
  },
  exported: {
    button: 'Exporter en CSV',
    valid: 'Ces liens sont pour vous et valent une minute.',
    failed: 'L’export n’a pas pu être fait',
    file: (table) => `Télécharger\u00a0: ${table}`,
    tables: {
      figures: 'chiffres isolés',
      stages: 'étapes',
      moves: 'passages',
      rework: 'étapes revues',
      lossesByStage: 'pertes par étape',
      lossesByReason: 'pertes par motif',
      months: 'mois',
      periods: 'mois et trimestres',
      fan: 'cours du trimestre',
      topDeals: 'plus grandes transactions',
      sources: 'origines',
    },
  },
});

type FrameMessages = ReturnType<typeof en>;

export const frameCatalogues = { en, fr };
/** The texts around every view. */
export const useFrameMessages = messagesHook(frameCatalogues);
