import { type Say, textsHook } from '@deal-stage-insights/ui';

export const sourcesTexts = ({ f, t }: Say) => ({
  differs: (isBelow: boolean, source: string, stage: string, share: number, others: number) =>
    t(
      `${source} ${isBelow ? 'stops' : 'does well'} in ${stage}: ${f.percent(share)} lead on, of the other sources ${f.percent(others)}.`,
      `${source} ${isBelow ? 's’arrête' : 'réussit'} dans ${stage}\u00a0: ${f.percent(share)} avancent, contre ${f.percent(others)} pour les autres origines.`,
    ),
  more: (n: number) =>
    t(
      `More differences, marked below: ${f.count(n)}.`,
      `Autres différences, marquées ci-dessous\u00a0: ${f.count(n)}.`,
    ),
  alike: t(
    'No source clearly differs from the others in any stage.',
    'Aucune origine ne diffère nettement des autres, dans aucune phase.',
  ),
  tooLittle: t(
    'Too few visits ended in this period to compare lead sources.',
    'Trop peu de passages se sont terminés dans cette période pour comparer les origines.',
  ),
  nothing: t(
    'No deal left a stage or closed in this period.',
    'Aucune transaction n’a quitté de phase ni été conclue pendant cette période.',
  ),
  unset: t('No source', 'Sans origine'),
  others: t('Smaller sources together', 'Petites origines réunies'),
  source: t('Lead source', 'Origine'),
  chart: t('Closed deals by lead source', 'Transactions conclues par origine'),
  matrix: t('How many lead on, stage by stage', 'Combien avancent, phase par phase'),
  bestRate: t('Win rate, best guess', 'Taux de gain, meilleure estimation'),
  newDeals: t('New deals', 'Nouvelles'),
  list: t('Every source and stage', 'Chaque origine et phase'),
  ofOthers: t('Other sources', 'Autres origines'),
  dwell: t('Days in the stage', 'Jours dans la phase'),
  against: t('Against the others', 'Face aux autres'),
  verdicts: {
    below: t('Clearly fewer', 'Nettement moins'),
    above: t('Clearly more', 'Nettement plus'),
    'not-distinguishable': t('No clear difference', 'Pas de différence nette'),
    insufficient: t('Too little data', 'Trop peu de données'),
  },
  behindStage: (source: string, stage: string) => t(`${source}: left ${stage}`, `${source}\u00a0: sorties de ${stage}`),
});

export const useSourcesMessages = textsHook(sourcesTexts);
