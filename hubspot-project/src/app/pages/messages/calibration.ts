import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  none: 'No forecast has come due yet',
  noneBody: (days: number) =>
    `A forecast is judged once its ${f.duration(days)} have passed. Until the first ones have, there is nothing to judge.`,
  promotion: {
    'life-table': {
      proven:
        'Shown are chances that know how long a deal has been in its stage: they proved better than the plain rate of the stage.',
      'not-proven': 'Shown are chances that know how long a deal has been in its stage.',
      insufficient: 'Shown are chances that know how long a deal has been in its stage.',
    },
    'stage-rate': {
      proven: 'Shown is the plain rate of each stage.',
      'not-proven':
        'Shown is the plain rate of each stage: knowing how long a deal has been there did not prove better on this portal’s past.',
      insufficient:
        'Shown is the plain rate of each stage: too few forecasts have come due to tell whether knowing a deal’s time there helps.',
    },
  },
  said: (said: number, won: number) =>
    `On average ${f.percent(said)} was said, and ${f.percent(won)} of the deals were won in time.`,
  records: {
    frozen: (forecasts: number, deals: number) =>
      `Judged by what was really said: ${f.count(forecasts)} ${f.plural(forecasts, { one: 'forecast', other: 'forecasts' })} of ${f.count(deals)} ${f.plural(deals, { one: 'deal', other: 'deals' })}.`,
    backtest: (forecasts: number, deals: number) =>
      `Judged by the past: ${f.count(forecasts)} ${f.plural(forecasts, { one: 'forecast', other: 'forecasts' })} of ${f.count(deals)} ${f.plural(deals, { one: 'deal', other: 'deals' })}, each made from what was known on its day.`,
  },
  notDue: (n: number) => `${f.count(n)} more ${f.plural(n, { one: 'is', other: 'are' })} not due yet.`,
  withoutChance: (n: number) => `Of ${f.count(n)} too little was known to say anything.`,
  scores: {
    error: 'Said and seen lie apart by',
    errorNote: 'on average over ten groups',
    brier: 'Brier score',
    brierNote: '0 is perfect, 0.25 is tossing a coin',
    ranking: 'Ranks the winner first',
    rankingNote: 'of two deals; 50% is tossing a coin',
  },
  reliability: {
    title: (days: number) => `Said and seen: won within ${f.duration(days)}, in percent`,
    group: 'Groups of equally many forecasts, the least likely first',
    axis: 'Percent won',
    names: { said: 'Said', seen: 'Seen' },
    groupColumn: 'Group',
    forecasts: 'Forecasts',
  },
  against: {
    title: 'Against two simpler ways',
    way: 'Compared with',
    rate: 'Plain rate of the stage',
    typed: 'Probability typed in HubSpot',
    own: 'Brier, this app',
    other: 'Brier, the other',
    skill: 'Better by',
    forecasts: 'Same forecasts',
  },
  verdicts: {
    better: 'Better',
    worse: 'Worse',
    'no-clear-difference': 'No clear difference',
    insufficient: 'Too little data',
  },
  stages: {
    title: 'Stage by stage',
    stage: 'Stage',
    said: 'Said',
    seen: 'Seen',
    skill: 'Better than the plain rate by',
  },
  fit: { fits: 'Fits', 'too-high': 'Said too much', 'too-low': 'Said too little' },
  explained: [
    'Each forecast says how likely a deal is to be won within the horizon, from what was known on its day. It is judged when the horizon has passed.',
    '“Seen” is the share that was won, with Wilson’s interval. Forecasts of one deal repeat each other; the interval counts deals, not rows.',
    'The Brier score is the mean squared distance between what was said and what came. “Better by” compares it with the other way on the same forecasts, with a 95% interval over deals.',
    'Better or worse is said only where the interval leaves zero out.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  none: 'Aucune prévision n’est encore arrivée à échéance',
  noneBody: (days) =>
    `Une prévision est jugée une fois ses ${f.duration(days)} écoulés. D’ici là, il n’y a rien à juger.`,
  promotion: {
    'life-table': {
      proven:
        'Les chances affichées tiennent compte du temps déjà passé dans l’étape\u00a0: elles se sont montrées meilleures que le simple taux de l’étape.',
      'not-proven': 'Les chances affichées tiennent compte du temps déjà passé dans l’étape.',
      insufficient: 'Les chances affichées tiennent compte du temps déjà passé dans l’étape.',
    },
    'stage-rate': {
      proven: 'Le simple taux de chaque étape est affiché.',
      'not-proven':
        'Le simple taux de chaque étape est affiché\u00a0: tenir compte du temps passé dans l’étape ne s’est pas montré meilleur sur le passé de ce portail.',
      insufficient:
        'Le simple taux de chaque étape est affiché\u00a0: trop peu de prévisions sont échues pour dire si tenir compte du temps passé dans l’étape aide.',
    },
  },
  said: (said, won) =>
    `En moyenne, ${f.percent(said)} était annoncé, et ${f.percent(won)} des transactions ont été gagnées à temps.`,
  records: {
    frozen: (forecasts, deals) =>
      `Jugé sur ce qui a vraiment été annoncé\u00a0: ${f.count(forecasts)} ${f.plural(forecasts, { one: 'prévision', other: 'prévisions' })} sur ${f.count(deals)} ${f.plural(deals, { one: 'transaction', other: 'transactions' })}.`,
    backtest: (forecasts, deals) =>
      `Jugé sur le passé\u00a0: ${f.count(forecasts)} ${f.plural(forecasts, { one: 'prévision', other: 'prévisions' })} sur ${f.count(deals)} ${f.plural(deals, { one: 'transaction', other: 'transactions' })}, chacune faite avec ce que l’on savait ce jour-là.`,
  },
  notDue: (n) =>
    `${f.count(n)} de plus ${f.plural(n, { one: 'n’est pas encore échue', other: 'ne sont pas encore échues' })}.`,
  withoutChance: (n) => `Pour ${f.count(n)}, on en savait trop peu pour dire quoi que ce soit.`,
  scores: {
    error: 'Écart entre annoncé et constaté',
    errorNote: 'en moyenne sur dix groupes',
    brier: 'Score de Brier',
    brierNote: '0 est parfait, 0,25 équivaut à pile ou face',
    ranking: 'Classe la gagnante en premier',
    rankingNote: 'de deux transactions\u00a0; 50\u00a0% équivaut à pile ou face',
  },
  reliability: {
    title: (days) => `Annoncé et constaté\u00a0: gagnées sous ${f.duration(days)}, en pourcentage`,
    group: 'Groupes d’autant de prévisions, les moins probables d’abord',
    axis: 'Pourcentage gagné',
    names: { said: 'Annoncé', seen: 'Constaté' },
    groupColumn: 'Groupe',
    forecasts: 'Prévisions',
  },
  against: {
    title: 'Face à deux méthodes plus simples',
    way: 'Comparé à',
    rate: 'Simple taux de l’étape',
    typed: 'Probabilité saisie dans HubSpot',
    own: 'Brier, cette application',
    other: 'Brier, l’autre',
    skill: 'Meilleur de',
    forecasts: 'Mêmes prévisions',
  },
  verdicts: {
    better: 'Meilleur',
    worse: 'Moins bon',
    'no-clear-difference': 'Pas de différence nette',
    insufficient: 'Trop peu de données',
  },
  stages: {
    title: 'Étape par étape',
    stage: 'Étape',
    said: 'Annoncé',
    seen: 'Constaté',
    skill: 'Meilleur que le simple taux de',
  },
  fit: { fits: 'Juste', 'too-high': 'Trop annoncé', 'too-low': 'Trop peu annoncé' },
  explained: [
    'Chaque prévision dit la chance qu’une transaction soit gagnée dans l’horizon, avec ce que l’on savait ce jour-là. Elle est jugée une fois l’horizon passé.',
    '«\u00a0Constaté\u00a0» est la part gagnée, avec l’intervalle de Wilson. Les prévisions d’une même transaction se répètent\u00a0; l’intervalle compte les transactions, pas les lignes.',
    'Le score de Brier est l’écart quadratique moyen entre ce qui était annoncé et ce qui est arrivé. «\u00a0Meilleur de\u00a0» le compare à l’autre méthode sur les mêmes prévisions, avec un intervalle à 95\u00a0% sur les transactions.',
    'Meilleur ou moins bon n’est dit que si l’intervalle exclut zéro.',
  ],
});

export const calibrationCatalogues = { en, fr };
export const useCalibrationMessages = messagesHook(calibrationCatalogues);
