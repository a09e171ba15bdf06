import type { Formats } from '@deal-stage-insights/ui';

/** The English texts of what may come of a deal, and of what speaks for it and helps it. */
export const outlookEn = (f: Formats) => {
  const deals = (n: number) => `${f.count(n)} past ${f.plural(n, { one: 'deal', other: 'deals' })}`;
  return {
    from: (n: number) =>
      `From ${f.count(n)} ${f.plural(n, { one: 'visit', other: 'visits' })} that lasted at least this long.`,
    band: {
      title: 'This deal beside the usual time',
      compared: 'Compared',
      thisDeal: 'This deal',
      usual: 'Usual',
      soFar: 'So far',
      parts: ['1 of 10 are over', 'half are over', '8 of 10 are over', '9 of 10 are over'],
    },
    trend: { title: 'How its chance moved', weeksAgo: 'Weeks ago', ever: 'At any time' },
    next: {
      title: 'What is likely next',
      chartTitle: 'Where 100 deals like this one are after so many days',
      days: 'Days from now',
      kinds: {
        advanced: 'Moved on',
        skipped: 'Skipped a stage',
        back: 'Moved back',
        won: 'Won',
        lost: 'Lost',
        elsewhere: 'In another pipeline',
        'still-here': 'Still here',
      },
      sentence: (days: number, parts: string) => `In ${f.duration(days)}: ${parts}.`,
      part: (share: number, kind: string) => `${f.percent(share)} ${kind.toLowerCase()}`,
    },
    close: {
      title: 'When it closes, if it is won',
      quarter: '1 of 4 by',
      half: 'Half by',
      threeQuarters: '3 of 4 by',
      none: 'No close date is set in HubSpot.',
      passed: (at: number) => `The close date in HubSpot, ${f.day(at)}, has passed.`,
      before: (at: number) =>
        `The close date in HubSpot, ${f.day(at)}, is early: fewer than 1 of 4 such wins come by then.`,
      within: (at: number) => `The close date in HubSpot, ${f.day(at)}, is in the usual time.`,
      after: (at: number) =>
        `The close date in HubSpot, ${f.day(at)}, is late: more than 3 of 4 such wins come before.`,
    },
    reasons: {
      title: 'What goes with winning and losing',
      for: 'For this deal',
      against: 'Against it',
      evidence: (n: number) => `From ${deals(n)}`,
      note: 'Seen among past deals. It need not be why they were won or lost.',
    },
    hints: {
      title: 'What may help',
      worth: (money: string) => `Worth up to ${money}`,
      evidence: (n: number) => (n > 1 ? `From ${deals(n)}` : 'From this record'),
      taskMade: (at: number) => `Task created ${f.day(at)}`,
    },
    criteria: {
      title: 'Before it leaves this stage',
      done: (met: number, all: number) => `${f.count(met)} of ${f.count(all)} done`,
      states: { met: 'Done', open: 'Open', unknown: 'Not visible here' },
      shows: (value: string) => `Record: ${value}`,
      outcome: (label: string, chance: number) => `Should lead to: ${label} (${f.percent(chance)} expected to be won)`,
      expectedDays: (days: number) => `Expected to take ${f.duration(days)}`,
    },
    similar: {
      title: 'Similar past deals',
      deal: 'Deal',
      result: 'Result',
      amount: 'Amount',
      unnamed: (dealId: string) => `Deal ${dealId}`,
      took: (here: number, inAll: number) => `${f.duration(here)} here, ${f.duration(inAll)} in all`,
      won: 'Won',
      lost: 'Lost',
      sameSource: 'same source',
      sameAmount: 'similar amount',
    },
    snooze: {
      waiting: (untilDay: string) => `Waiting until ${f.calendarDay(untilDay)}`,
      over: (untilDay: string) => `The wait until ${f.calendarDay(untilDay)} is over`,
    },
    explained: {
      next: 'Next: how earlier visits went on that had reached the same age. Only the next move counts, not where deals ended.',
      close:
        'Close: the middle half of the time to a win. Lost deals are not in it: it says nothing of how likely a win is.',
      trend: 'Trend: the chance by stage and age of each week, with today’s figures.',
      hints: 'Worth: the amount times the most that the point may change the chance to win.',
    },
  };
};
