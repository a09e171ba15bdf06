import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  slowest: (stage: string, days: number) =>
    `Deals stay longest in ${stage}: half of its visits take more than ${f.duration(days)}.`,
  leakiest: (stage: string, share: number) => `Most is lost in ${stage}: ${f.percent(share)} of its visits.`,
  tooEarly: 'Too few visits have ended so far to say which stage is slow and which one loses deals.',
  deals: {
    open: 'Open deals',
    won: 'Won',
    lost: 'Lost',
    deleted: (n: number) =>
      `${f.count(n)} ${f.plural(n, { one: 'deal was', other: 'deals were' })} deleted in HubSpot and ${f.plural(n, { one: 'counts', other: 'count' })} in no figure.`,
  },
  outcomes: {
    title: 'What became of the visits to each stage, in percent',
    axis: 'Percent of visits',
    names: {
      'went-on': 'Went on or won',
      back: 'Went back',
      lost: 'Lost',
      left: 'Left the pipeline',
      'still-there': 'Still there',
    },
  },
  dwell: {
    title: 'Days until visits end',
    axis: 'Days',
    names: { half: 'Half have ended', 'eight-of-ten': '8 of 10 have ended' },
  },
  stage: 'Stage',
  visits: 'Visits',
  stillThere: 'Still there',
  median: 'Half end within',
  ninety: '9 of 10 end within',
  goesOn: 'Go on',
  lost: 'Lost',
  neverLeft: 'No exit ever seen',
  within: (days: number) => `Won within ${f.duration(days)}`,
  ever: 'Won at any time',
  typed: 'Typed in HubSpot',
  noTyped: 'None',
  unknownStage: 'No longer in HubSpot',
  parked: 'Parked',
  verdicts: { fits: 'Fits', 'too-high': 'Too high', 'too-low': 'Too low' },
  explained: [
    'Time in a stage counts every visit. One that is still running counts as “at least this long” (Kaplan-Meier): leaving it out would make every stage look faster than it is.',
    'Under each figure stand its interval and how many visits it rests on. Too few, and there is no figure at all.',
    '“Go on”, “lost” and “no exit ever seen” are shares of all visits by the longest time that was observed; visits that went back or to another pipeline are the rest (Aalen-Johansen).',
    'The chance to be won follows a deal from its entry into the stage over everything that may come. Deals whose fate was never seen count as not won.',
    'What is typed in HubSpot is called too high or too low where it lies outside the interval of what was measured.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  slowest: (stage, days) =>
    `C’est dans ${stage} que les transactions restent le plus longtemps\u00a0: la moitié des passages y durent plus de ${f.duration(days)}.`,
  leakiest: (stage, share) => `C’est dans ${stage} que l’on perd le plus\u00a0: ${f.percent(share)} des passages.`,
  tooEarly: 'Trop peu de passages sont terminés pour dire quelle étape est lente et laquelle perd des transactions.',
  deals: {
    open: 'Transactions ouvertes',
    won: 'Gagnées',
    lost: 'Perdues',
    deleted: (n) =>
      `${f.count(n)} ${f.plural(n, { one: 'transaction a été supprimée', other: 'transactions ont été supprimées' })} dans HubSpot et ne ${f.plural(n, { one: 'compte', other: 'comptent' })} dans aucun chiffre.`,
  },
  outcomes: {
    title: 'Ce que sont devenus les passages dans chaque étape, en pourcentage',
    axis: 'Pourcentage des passages',
    names: {
      'went-on': 'Avancées ou gagnées',
      back: 'Revenues en arrière',
      lost: 'Perdues',
      left: 'Sorties du pipeline',
      'still-there': 'Toujours là',
    },
  },
  dwell: {
    title: 'Jours jusqu’à la fin des passages',
    axis: 'Jours',
    names: { half: 'La moitié est terminée', 'eight-of-ten': '8 sur 10 sont terminés' },
  },
  stage: 'Étape',
  visits: 'Passages',
  stillThere: 'Toujours là',
  median: 'La moitié finit en',
  ninety: '9 sur 10 finissent en',
  goesOn: 'Avancent',
  lost: 'Perdues',
  neverLeft: 'Jamais vues partir',
  within: (days) => `Gagnées sous ${f.duration(days)}`,
  ever: 'Gagnées un jour',
  typed: 'Saisi dans HubSpot',
  noTyped: 'Rien',
  unknownStage: 'N’est plus dans HubSpot',
  parked: 'En attente',
  verdicts: { fits: 'Juste', 'too-high': 'Trop haut', 'too-low': 'Trop bas' },
  explained: [
    'Le temps dans une étape compte chaque passage. Un passage en cours compte comme «\u00a0au moins aussi long\u00a0» (Kaplan-Meier)\u00a0: l’écarter ferait paraître chaque étape plus rapide qu’elle ne l’est.',
    'Sous chaque chiffre figurent son intervalle et le nombre de passages sur lesquels il repose. S’il y en a trop peu, il n’y a pas de chiffre.',
    '«\u00a0Avancent\u00a0», «\u00a0perdues\u00a0» et «\u00a0jamais vues partir\u00a0» sont des parts de tous les passages à la plus longue durée observée\u00a0; le reste est revenu en arrière ou parti vers un autre pipeline (Aalen-Johansen).',
    'La chance d’être gagnée suit la transaction depuis son entrée dans l’étape, à travers tout ce qui peut suivre. Celles dont on n’a jamais vu l’issue comptent comme non gagnées.',
    'La valeur saisie dans HubSpot est dite trop haute ou trop basse lorsqu’elle sort de l’intervalle mesuré.',
  ],
});

export const stagesCatalogues = { en, fr };
export const useStagesMessages = messagesHook(stagesCatalogues);
