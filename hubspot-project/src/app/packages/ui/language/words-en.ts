import type { Formats } from './formats.ts';

/** The English words that all screens share. The other catalogue has the same keys: this one is their type. */
export const en = (f: Formats) => ({
  loading: 'Loading',
  askAgain: 'Ask again',
  refresh: 'Refresh',
  refreshing: 'Asking for the newest figures',
  asOf: (at: number) => `As of ${f.moment(at)}.`,
  howComputed: 'How is this computed?',
  notEnough: (n: number, needed: number) =>
    `Not enough data${n < needed ? ` (${f.count(n)} of ${f.count(needed)})` : ''}`,
  range: (low: string, high: string | null) => (high === null ? `at least ${low}` : `${low} to ${high}`),
  evidence: (range: string, n: number) => `${range} · ${f.count(n)} ${f.plural(n, { one: 'case', other: 'cases' })}`,
  moreThan: (value: string) => `> ${value}`,
  nothingHere: 'Nothing to show here yet',
  notMadeYet: 'These figures are still being made. Ask again in a minute.',
  refused: {
    title: 'Not shown to you',
    body: 'An admin decides who sees these figures. Ask the admin of Deal Stage Insights if you need them.',
  },
  failed: {
    title: 'The figures could not be loaded',
    keepsOldTitle: 'These are the last figures that arrived',
    reasons: {
      'not-configured':
        'The app was uploaded without the address of its backend. An admin has to set API_BASE_URL in the project’s profile and upload it again.',
      unreachable: 'The backend did not answer as it should. Try again in a moment.',
      unreadable:
        'The backend’s answer is not in the form this screen knows. An admin has to bring both to the same version.',
      busy: 'Too many people are asking at the same moment. Try again in a moment.',
      invalid: 'The backend did not accept what was asked.',
      conflict: 'Somebody else has changed this meanwhile. Load it again.',
    },
    request: (id: string) => `For support: request ${id}.`,
  },
});

export type Words = ReturnType<typeof en>;
