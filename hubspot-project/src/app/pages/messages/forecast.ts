import { type Say, textsHook } from '@deal-stage-insights/ui';

export const forecastTexts = ({ f, t, many }: Say) => ({
  next: (days: number) => t(`The next ${f.duration(days)}`, `Les ${f.duration(days)} à venir`),
  quarter: (key: string) => t(`Quarter ${key}`, `Trimestre ${key}`),
  headline: (days: number, low: string, high: string) =>
    t(
      `The next ${f.duration(days)}: in eight of ten cases between ${low} and ${high} will be won.`,
      `Les ${f.duration(days)} à venir\u00a0: dans huit cas sur dix, entre ${low} et ${high} seront gagnés.`,
    ),
  tooLittle: t(
    'Too little is known of this pipeline to say what will be won.',
    'On en sait trop peu sur ce pipeline pour dire ce qui sera gagné.',
  ),
  likely: t('Most likely', 'Le plus probable'),
  closed: t('Won so far', 'Gagné jusqu’ici'),
  weightedTyped: t('Weighted as typed in HubSpot', 'Pondéré selon la saisie HubSpot'),
  weightedMeasured: t('Weighted as measured', 'Pondéré selon la mesure'),
  due: (deals: number) =>
    t(
      `of ${many(deals, 'deal', 'deals')} due by the close date`,
      `${many(deals, 'transaction attendue', 'transactions attendues')} d’après la date de clôture`,
    ),
  rests: (open: number) =>
    t(many(open, 'open deal', 'open deals'), many(open, 'transaction ouverte', 'transactions ouvertes')),
  withoutChance: (n: number) =>
    t(
      `${f.count(n)} in stages of which too little is known: they add nothing`,
      `${f.count(n)} dans des phases trop peu connues, qui n’ajoutent rien`,
    ),
  fan: {
    title: (currency: string) =>
      t(
        `Won since the quarter began, and how it may go on (thousand ${currency})`,
        `Gagné depuis le début du trimestre, et la suite possible (milliers de ${currency})`,
      ),
    day: t('Day', 'Jour'),
    lines: {
      low: t('1 of 10 stays below', '1 cas sur 10 reste dessous'),
      middle: t('Even odds', 'Une chance sur deux'),
      high: t('1 of 10 goes above', '1 cas sur 10 passe au-dessus'),
    },
  },
  rush: (isClear: boolean, share: string, evidence: string, even: number) =>
    t(
      `${isClear ? 'Wins wait for' : 'No clear rush at'} the end of the quarter: ${share} of wins came in its last two weeks (${evidence}); evenly spread it would be ${f.percent(even)}.`,
      `${isClear ? 'Les gains attendent' : 'Pas de ruée nette à'} la fin du trimestre\u00a0: ${share} des gains sont venus dans ses deux dernières semaines (${evidence})\u00a0; répartis également, ce serait ${f.percent(even)}.`,
    ),
  periods: {
    title: t('By month and quarter', 'Par mois et par trimestre'),
    open: t('From open deals', 'Des transactions ouvertes'),
    newBusiness: t('From deals to come', 'De celles à venir'),
    total: t('In all', 'En tout'),
    target: t('Target', 'Objectif'),
    chance: (chance: number) =>
      t(`${f.percent(chance)} chance to reach it`, `${f.percent(chance)} de chances de l’atteindre`),
    reached: (share: number) => t(`${f.percent(share)} reached`, `${f.percent(share)} atteint`),
    realistic: t('Realistic target', 'Objectif réaliste'),
    eightOfTen: t('reached in eight of ten cases', 'atteint dans huit cas sur dix'),
    noTarget: t('None set', 'Aucun fixé'),
  },
  groups: {
    title: t('By team and by rep', 'Par équipe et par commercial'),
    note: t(
      'By who owns the open deals today. Deals to come have no owner yet.',
      'Selon le propriétaire actuel des transactions ouvertes. Celles à venir n’en ont pas encore.',
    ),
    none: t('No team may be shown by itself.', 'Aucune équipe ne peut être montrée seule.'),
    team: t('Team', 'Équipe'),
    rep: t('Rep', 'Commercial'),
    nobody: t('Nobody', 'Personne'),
    wonInQuarter: t('Won this quarter', 'Gagné ce trimestre'),
    restOfQuarter: t('Rest of the quarter', 'Reste du trimestre'),
  },
  top: {
    title: t('The deals it rests on most', 'Les transactions dont cela dépend le plus'),
    chance: 'Chance',
    share: t('Share of the forecast', 'Part de la prévision'),
  },
  record: {
    title: t('How past forecasts fared', 'Ce que valaient les prévisions passées'),
    none: t(
      'No forecast of this length has come due yet.',
      'Aucune prévision de cette durée n’est encore arrivée à échéance.',
    ),
    by: {
      frozen: (n: number, independent: number) =>
        t(
          `Forecasts that were really made: ${f.count(n)}, without overlap ${f.count(independent)}.`,
          `Prévisions vraiment faites\u00a0: ${f.count(n)}, sans chevauchement ${f.count(independent)}.`,
        ),
      backtest: (n: number, independent: number) =>
        t(
          `Forecasts as the same method would have made them in the past, from what was known then: ${f.count(n)}, without overlap ${f.count(independent)}.`,
          `Prévisions telles que la même méthode les aurait faites par le passé, avec ce que l’on savait alors\u00a0: ${f.count(n)}, sans chevauchement ${f.count(independent)}.`,
        ),
    },
    coverage: t('Came within the range', 'Tombées dans la fourchette'),
    coverageNote: t('80% is right', '80\u00a0% est juste'),
    error: t('Missed by, on average', 'Écart moyen'),
    bias: t('Too high (+) or too low (−)', 'Trop haut (+) ou trop bas (−)'),
    day: t('Said on', 'Annoncé le'),
    said: t('Said', 'Annoncé'),
    came: t('Came', 'Arrivé'),
    inside: t('Inside', 'Dans la fourchette'),
    outside: t('Outside', 'En dehors'),
  },
});

export const useForecastMessages = textsHook(forecastTexts);
