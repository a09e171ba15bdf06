import { type Formats, messagesHook } from '@deal-stage-insights/ui';
import type { Bottleneck } from './findings.ts';

const en = (f: Formats) => ({
  band: {
    title: (stage: string) => `The team’s usual time in ${stage}`,
    thisDeal: 'This deal',
    median: 'Half are over in',
    middle: '8 of 10 take',
    atLeast: (days: number) => `at least ${f.duration(days)}`,
    between: (low: number, high: number) => `${f.duration(low)} to ${f.duration(high)}`,
    unknown: '–',
    passed: (share: number) => `${f.percent(share)} of the visits to this stage were over by this age.`,
    evidence: (n: number) => `From ${f.count(n)} ${f.plural(n, { one: 'visit', other: 'visits' })}.`,
    borrowed: (n: number) =>
      `Too few visits are over: mostly from ${f.count(n)} ${f.plural(n, { one: 'visit', other: 'visits' })} to other stages.`,
    none: 'The deal is closed, or too little is known of its stage.',
  },
  leadersOnly: 'The figures of the whole pipeline are for managers. An admin decides who is one.',
  glance: (pipeline: string) => `${pipeline} at a glance`,
  notYet: 'Not made yet: ask again in a minute.',
  bottleneck: {
    title: 'Bottleneck',
    reasons: {
      slower: 'Slower than in the period before',
      'more-losses': 'Loses more than in the period before',
      'slower-and-more-losses': 'Slower, and loses more than in the period before',
      slowest: 'Nothing got clearly worse; deals stay longest here',
    } satisfies Record<Bottleneck['reason'], string>,
    median: (days: number) => `Half of its visits are over in ${f.duration(days)}.`,
    none: 'Too few visits have ended so far to say.',
    link: 'See all stages',
  },
  forecast: {
    title: (days: number) => `Won in the next ${f.duration(days)}`,
    range: (low: string, high: string) => `8 of 10 such forecasts lie between ${low} and ${high}.`,
    open: (n: number) => `From ${f.count(n)} open ${f.plural(n, { one: 'deal', other: 'deals' })} and deals to come.`,
    none: 'Too little is known so far to say what will be won.',
    link: 'See the forecast',
  },
  stalled: {
    title: 'Stalled',
    deals: (stalled: number, open: number) => `${f.count(stalled)} of ${f.count(open)}`,
    worth: (amount: string, stake: string) => `${amount} lie there; by their chances ${stake} of it is at stake.`,
    here: (rank: number, of: number) =>
      `This deal is ${rank === 1 ? 'the first' : `number ${f.count(rank)}`} of ${f.count(of)} by value at stake.`,
    notHere: 'This deal is not among them.',
    unjudged: (n: number) => `Of ${f.count(n)} more too little is known to say.`,
    link: 'See the overview',
  },
  actions: {
    title: 'What was done, and what came after it',
    none: 'Nothing was recorded for this pipeline. An admin can do so in the settings of the app, under “Actions taken”.',
    more: (n: number) => `${f.count(n)} earlier ${f.plural(n, { one: 'one is', other: 'ones are' })} in the settings.`,
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  band: {
    title: (stage) => `Le temps habituel de l’équipe en ${stage}`,
    thisDeal: 'Cette transaction',
    median: 'La moitié finit en',
    middle: '8 sur 10 durent',
    atLeast: (days) => `au moins ${f.duration(days)}`,
    between: (low, high) => `de ${f.duration(low)} à ${f.duration(high)}`,
    unknown: '—',
    passed: (share) => `${f.percent(share)} des passages dans cette phase étaient finis à cet âge.`,
    evidence: (n) => `D’après ${f.count(n)} ${f.plural(n, { one: 'passage', other: 'passages' })}.`,
    borrowed: (n) =>
      `Trop peu de passages sont finis\u00a0: surtout d’après ${f.count(n)} ${f.plural(n, { one: 'passage', other: 'passages' })} dans d’autres phases.`,
    none: 'La transaction est close, ou sa phase est trop peu connue.',
  },
  leadersOnly: 'Les chiffres de tout le pipeline sont pour les managers. Un administrateur décide qui l’est.',
  glance: (pipeline) => `${pipeline} en un coup d’œil`,
  notYet: 'Pas encore prêt\u00a0: redemandez dans une minute.',
  bottleneck: {
    title: 'Goulot d’étranglement',
    reasons: {
      slower: 'Plus lent que dans la période précédente',
      'more-losses': 'Plus de pertes que dans la période précédente',
      'slower-and-more-losses': 'Plus lent, et plus de pertes que dans la période précédente',
      slowest: 'Rien ne s’est nettement dégradé\u00a0; les transactions y restent le plus longtemps',
    },
    median: (days) => `La moitié de ses passages finit en ${f.duration(days)}.`,
    none: 'Trop peu de passages ont fini jusqu’ici pour le dire.',
    link: 'Voir toutes les phases',
  },
  forecast: {
    title: (days) => `Gagné dans les ${f.duration(days)} à venir`,
    range: (low, high) => `8 prévisions sur 10 se situent entre ${low} et ${high}.`,
    open: (n) =>
      `D’après ${f.count(n)} ${f.plural(n, { one: 'transaction ouverte', other: 'transactions ouvertes' })} et celles à venir.`,
    none: 'Trop peu est connu jusqu’ici pour dire ce qui sera gagné.',
    link: 'Voir la prévision',
  },
  stalled: {
    title: 'À l’arrêt',
    deals: (stalled, open) => `${f.count(stalled)} sur ${f.count(open)}`,
    worth: (amount, stake) => `Elles portent ${amount}\u00a0; d’après leurs chances, ${stake} sont en jeu.`,
    here: (rank, of) =>
      `Cette transaction est ${rank === 1 ? 'la première' : `la ${f.count(rank)}e`} sur ${f.count(of)} par valeur en jeu.`,
    notHere: 'Cette transaction n’en fait pas partie.',
    unjudged: (n) => `De ${f.count(n)} autres, trop peu est connu pour le dire.`,
    link: 'Voir la vue d’ensemble',
  },
  actions: {
    title: 'Ce qui a été fait, et ce qui a suivi',
    none: 'Rien n’a été noté pour ce pipeline. Un administrateur peut le faire dans les paramètres de l’application, sous «\u00a0Actions menées\u00a0».',
    more: (n) =>
      `${f.count(n)} ${f.plural(n, { one: 'autre, plus ancienne, est', other: 'autres, plus anciennes, sont' })} dans les paramètres.`,
  },
});

export const teamCatalogues = { en, fr };
export const useTeamMessages = messagesHook(teamCatalogues);
