import { type Say, textsHook } from '@deal-stage-insights/ui';

export const stagesTexts = ({ f, t }: Say) => ({
  slowest: (stage: string, days: number) =>
    t(
      `Deals stay longest in ${stage}: half of its visits take more than ${f.duration(days)}.`,
      `C’est dans ${stage} que les transactions restent le plus longtemps\u00a0: la moitié des passages y durent plus de ${f.duration(days)}.`,
    ),
  leakiest: (stage: string, share: number) =>
    t(
      `Most is lost in ${stage}: ${f.percent(share)} of its visits.`,
      `C’est dans ${stage} que l’on perd le plus\u00a0: ${f.percent(share)} des passages.`,
    ),
  tooEarly: t(
    'Too few visits have ended to compare stages.',
    'Trop peu de passages sont terminés pour comparer les phases.',
  ),
  outcomes: {
    title: t('What became of the visits to each stage', 'Ce que sont devenus les passages dans chaque phase'),
    axis: t('Percent of visits', 'Pourcentage des passages'),
    names: {
      'went-on': t('Went on or won', 'Avancées ou gagnées'),
      back: t('Went back', 'Revenues en arrière'),
      lost: t('Lost', 'Perdues'),
      left: t('Left the pipeline', 'Sorties du pipeline'),
      'still-there': t('Still there', 'Toujours là'),
    },
  },
  dwell: {
    title: t('Days until visits end', 'Jours jusqu’à la fin des passages'),
    names: {
      half: t('Half have ended', 'La moitié est terminée'),
      'eight-of-ten': t('8 of 10 have ended', '8 sur 10 sont terminés'),
    },
  },
  always: t('Over all known time', 'Sur toute la durée connue'),
  chosen: t('The chosen deals alone', 'Les transactions choisies seules'),
  working: (hours: number) => t(`${f.hours(hours)} of work`, `${f.hours(hours)} ouvrées`),
  visits: t('Visits', 'Passages'),
  ninety: t('9 of 10 end within', '9 sur 10 finissent en'),
  within: (days: number) => t(`Won within ${f.duration(days)}`, `Gagnées sous ${f.duration(days)}`),
  ever: t('Won at any time', 'Gagnées un jour'),
  typed: t('Typed in HubSpot', 'Saisi dans HubSpot'),
  noTyped: t('None', 'Rien'),
  period: {
    title: t('In this period', 'Dans cette période'),
    atEnd: t('There at its end', 'Là à la fin'),
    mean: t('Days there, on average', 'Jours, en moyenne'),
    lostOfLeft: t('Lost of those that left', 'Perdues parmi les sorties'),
    against: t('Against the period before', 'Face à la période précédente'),
    reasons: {
      slower: t('Bottleneck: slower', 'Goulot\u00a0: plus lente'),
      'more-losses': t('Bottleneck: loses more', 'Goulot\u00a0: plus de pertes'),
      'slower-and-more-losses': t('Bottleneck: slower, loses more', 'Goulot\u00a0: plus lente, plus de pertes'),
    },
    changes: {
      faster: t('Faster', 'Plus rapide'),
      fewer: t('Loses less', 'Perd moins'),
      slower: t('Slower', 'Plus lente'),
    },
    takesMostTime: t('Takes the most time', 'Prend le plus de temps'),
  },
  conversion: {
    title: t('How many of those that first came in then go on', 'Combien des premières arrivées vont plus loin'),
    allStages: t('By every stage, to the next', 'Par toutes les phases, à la suivante'),
    anyStage: t('To any later stage', 'À une phase suivante quelconque'),
    enteredCohort: t('Once those that wait have ended', 'Une fois les attentes terminées'),
  },
  bottleneck: (stages: readonly string[]) =>
    t(`Bottlenecks in this period: ${stages.join(', ')}.`, `Goulots dans cette période\u00a0: ${stages.join(', ')}.`),
  noBottleneck: t(
    'No stage clearly became slower or lost more than before.',
    'Aucune phase n’est nettement plus lente ni ne perd nettement plus qu’avant.',
  ),
  unknownStage: t('No longer in HubSpot', 'N’est plus dans HubSpot'),
  parked: t('Parked', 'En attente'),
  verdicts: {
    fits: t('Fits', 'Juste'),
    'too-high': t('Too high', 'Trop haut'),
    'too-low': t('Too low', 'Trop bas'),
  },
});

export const useStagesMessages = textsHook(stagesTexts);
