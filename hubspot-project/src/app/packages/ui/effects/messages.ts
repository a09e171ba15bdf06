import type { ActionAim, ActionVerdict } from '@deal-stage-insights/shared';
import type { Formats } from '../language/formats.ts';
import { messagesHook } from '../language/LanguageProvider.tsx';

const en = (f: Formats) => ({
  verdicts: {
    improved: 'Improved',
    worsened: 'Worsened',
    'no-difference-detectable': 'No difference detectable',
    insufficient: 'Too little yet',
  } satisfies Record<ActionVerdict, string>,
  sentences: {
    improved: 'Better than before, by more than chance makes it, and more so than the other stages.',
    worsened: 'Worse than before, by more than chance makes it, and more so than the other stages.',
    'no-difference-detectable': 'Chance may make as much of a change, or the other stages changed as well.',
    insufficient: 'It takes 14 days, and 20 visits that ended before and after.',
  } satisfies Record<ActionVerdict, string>,
  alone: 'There is no other stage to compare with: what happened everywhere would look the same.',
  since: (day: string) => `Since ${f.calendarDay(day)}`,
  aims: { conversion: 'Share of visits that go on', dwell: 'Mean time in the stage' } satisfies Record<
    ActionAim,
    string
  >,
  before: (days: number) => `${f.duration(days)} before`,
  after: (days: number) => `${f.duration(days)} after`,
  change: 'Change',
  placebo: 'Other stages',
  beyond: 'Beyond these',
  points: (share: number) => `${f.signed(share * 100)} points`,
  running: (days: number, inAll: number) =>
    `Day ${f.count(days)} of ${f.count(inAll)}: the ranges narrow as days pass, and hold however often you look.`,
  notWhy:
    'This says when things changed, not why: what is unusually good or bad is often less so afterwards, whatever is done (regression to the mean).',
  clogged: 'The stage was a bottleneck when this began',
  wasBottleneck: 'So it is likely that a part of this, or all, would have come anyway.',
  alsoRecorded: (n: number) =>
    `${f.count(n)} more ${f.plural(n, { one: 'action was', other: 'actions were' })} recorded here in these days: what came of which cannot be told apart.`,
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  verdicts: {
    improved: 'Mieux',
    worsened: 'Moins bien',
    'no-difference-detectable': 'Aucune différence décelable',
    insufficient: 'Encore trop peu',
  },
  sentences: {
    improved: 'Mieux qu’avant, au-delà du hasard, et plus que dans les autres phases.',
    worsened: 'Moins bien qu’avant, au-delà du hasard, et plus que dans les autres phases.',
    'no-difference-detectable': 'Le hasard peut en faire autant, ou les autres phases ont changé aussi.',
    insufficient: 'Il faut 14 jours, et 20 passages terminés avant et après.',
  },
  alone: 'Aucune autre phase à laquelle comparer\u00a0: ce qui s’est passé partout aurait le même aspect.',
  since: (day) => `Depuis le ${f.calendarDay(day)}`,
  aims: { conversion: 'Part des passages qui avancent', dwell: 'Temps moyen dans la phase' },
  before: (days) => `${f.duration(days)} avant`,
  after: (days) => `${f.duration(days)} après`,
  change: 'Évolution',
  placebo: 'Autres phases',
  beyond: 'Au-delà de celles-ci',
  points: (share) => `${f.signed(share * 100)}\u00a0points`,
  running: (days, inAll) =>
    `Jour ${f.count(days)} sur ${f.count(inAll)}\u00a0: les fourchettes se resserrent au fil des jours, et valent quel que soit le nombre de consultations.`,
  notWhy:
    'Cela dit quand les choses ont changé, pas pourquoi\u00a0: ce qui est exceptionnellement bon ou mauvais l’est souvent moins ensuite, quoi que l’on fasse (régression vers la moyenne).',
  clogged: 'La phase était un goulot d’étranglement au début',
  wasBottleneck: 'Il est donc probable qu’une partie de cela, ou tout, serait venue de toute façon.',
  alsoRecorded: (n) =>
    `${f.count(n)} ${f.plural(n, { one: 'autre action a été notée', other: 'autres actions ont été notées' })} ici pendant ces jours\u00a0: leurs suites ne se distinguent pas.`,
});

export const effectCatalogues = { en, fr };
export const useEffectMessages = messagesHook(effectCatalogues);
