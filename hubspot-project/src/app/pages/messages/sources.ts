import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  below: (source: string, stage: string, share: number, others: number) =>
    `${source} stops in ${stage}: ${f.percent(share)} lead on, of the other sources ${f.percent(others)}.`,
  above: (source: string, stage: string, share: number, others: number) =>
    `${source} does well in ${stage}: ${f.percent(share)} lead on, of the other sources ${f.percent(others)}.`,
  more: (n: number) =>
    `${f.count(n)} more ${f.plural(n, { one: 'difference is', other: 'differences are' })} marked below.`,
  alike: 'No source clearly differs from the others in any stage.',
  tooLittle: 'Too few visits ended in this period to compare lead sources.',
  nothing: 'No deal left a stage or closed in this period.',
  unset: 'No source',
  others: 'Smaller sources together',
  source: 'Lead source',
  stage: 'Stage',
  chart: { title: 'Closed deals by lead source', axis: 'Deals', names: { won: 'Won', lost: 'Lost' } },
  matrix: 'How many lead on, stage by stage',
  matrixAbout:
    'Of the visits that ended in the period. Tinted where it clearly differs from all other sources together.',
  newDeals: 'New deals',
  won: 'Won',
  lost: 'Lost',
  winRate: 'Win rate',
  wonAmount: 'Value won',
  withoutAmount: (n: number) => `${f.count(n)} without an amount`,
  list: 'Every source and stage',
  left: 'Visits that ended',
  ledOn: 'Lead on',
  ofOthers: 'Other sources',
  dwell: 'Days in the stage',
  against: 'Against the others',
  verdicts: {
    below: 'Clearly fewer',
    above: 'Clearly more',
    'not-distinguishable': 'No clear difference',
    insufficient: 'Too little data',
  },
  behindStage: (source: string, stage: string) => `${source}: left ${stage}`,
  behindWon: (source: string) => `${source}: won`,
  explained: [
    'A visit leads on when the deal goes to a later stage or is won. The share is of the visits that ended in the period.',
    'Each source is compared with all others together. What is called clear stays so after correction for all the comparisons made at once (false discovery rate 10%).',
    'A difference between sources is no proof of what makes it: sources bring different deals.',
    'Days in a stage are a mean of the first 90 days; visits that still run count as “at least this long”.',
    'The lead source is the one in the record now: HubSpot keeps no history of it.',
  ],
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  below: (source, stage, share, others) =>
    `${source} s’arrête dans ${stage}\u00a0: ${f.percent(share)} avancent, contre ${f.percent(others)} pour les autres origines.`,
  above: (source, stage, share, others) =>
    `${source} réussit dans ${stage}\u00a0: ${f.percent(share)} avancent, contre ${f.percent(others)} pour les autres origines.`,
  more: (n) =>
    `${f.count(n)} ${f.plural(n, { one: 'autre différence est marquée', other: 'autres différences sont marquées' })} ci-dessous.`,
  alike: 'Aucune origine ne diffère nettement des autres, dans aucune étape.',
  tooLittle: 'Trop peu de séjours se sont terminés dans cette période pour comparer les origines.',
  nothing: 'Aucune transaction n’a quitté d’étape ni été conclue pendant cette période.',
  unset: 'Sans origine',
  others: 'Petites origines réunies',
  source: 'Origine',
  stage: 'Étape',
  chart: {
    title: 'Transactions conclues par origine',
    axis: 'Nombre de transactions',
    names: { won: 'Gagnées', lost: 'Perdues' },
  },
  matrix: 'Combien avancent, étape par étape',
  matrixAbout:
    'Parmi les séjours terminés dans la période. Teinté là où cela diffère nettement de toutes les autres origines réunies.',
  newDeals: 'Nouvelles',
  won: 'Gagnées',
  lost: 'Perdues',
  winRate: 'Taux de gain',
  wonAmount: 'Valeur gagnée',
  withoutAmount: (n) => `${f.count(n)} sans montant`,
  list: 'Chaque origine et étape',
  left: 'Séjours terminés',
  ledOn: 'Avancent',
  ofOthers: 'Autres origines',
  dwell: 'Jours dans l’étape',
  against: 'Face aux autres',
  verdicts: {
    below: 'Nettement moins',
    above: 'Nettement plus',
    'not-distinguishable': 'Pas de différence nette',
    insufficient: 'Trop peu de données',
  },
  behindStage: (source, stage) => `${source}\u00a0: sorties de ${stage}`,
  behindWon: (source) => `${source}\u00a0: gagnées`,
  explained: [
    'Un séjour avance quand la transaction va vers une étape suivante ou est gagnée. La part porte sur les séjours terminés dans la période.',
    'Chaque origine est comparée à toutes les autres réunies. Ce qui est dit net le reste après correction pour toutes les comparaisons faites à la fois (taux de fausses découvertes de 10\u00a0%).',
    'Une différence entre origines ne prouve pas ce qui la cause\u00a0: les origines apportent d’autres transactions.',
    'Les jours dans une étape sont une moyenne des 90 premiers jours\u00a0; les séjours en cours comptent comme «\u00a0au moins aussi long\u00a0».',
    'L’origine est celle de la fiche aujourd’hui\u00a0: HubSpot n’en garde pas l’historique.',
  ],
});

export const sourcesCatalogues = { en, fr };
export const useSourcesMessages = messagesHook(sourcesCatalogues);
