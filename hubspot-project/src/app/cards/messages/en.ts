import type { EvidenceScope } from '@deal-stage-insights/shared';
import type { Formats } from '@deal-stage-insights/ui';
import { outlookEn } from './outlook-en.ts';

/** The numbers of a verdict by the measured chance ever to be won, 0–1. */
export interface ChanceDrop {
  readonly now: number;
  readonly reference: number;
  readonly threshold: number;
}

/** Every English text of the card. The other catalogues have the same keys: this one is their type. */
export const en = (f: Formats) => {
  const visits = (n: number) => `${f.count(n)} ${f.plural(n, { one: 'visit', other: 'visits' })}`;
  const finishedVisits = (n: number) => `${f.count(n)} finished ${f.plural(n, { one: 'visit', other: 'visits' })}`;
  return {
    percent: f.percent,
    duration: f.duration,
    day: f.day,
    loading: 'Loading the insights of this deal',
    headline: {
      stay: (stage: string, ageDays: number, isAtLeast: boolean) =>
        `In ${stage} for ${isAtLeast ? 'at least ' : ''}${f.duration(ageDays)}`,
      withComparison: (stay: string, comparison: string) => `${stay}: ${comparison}`,
      /** `tenths` of the visits were over by this age: 0 is under one in ten, 10 is nearly all. */
      comparison: (tenths: number) => {
        if (tenths === 0) return 'nearly all visits here last longer';
        if (tenths === 5) return 'longer than half of the visits here';
        if (tenths === 10) return 'longer than nearly all visits here';
        return `longer than ${tenths} of 10 visits here`;
      },
      /** As `comparison`, of the deals that were won after this stage. */
      comparisonWon: (tenths: number) => {
        if (tenths === 0) return 'nearly all deals that were won from here stayed longer';
        if (tenths === 5) return 'longer than half of the deals that were won from here';
        if (tenths === 10) return 'longer than nearly all deals that were won from here';
        return `longer than ${tenths} of 10 deals that were won from here`;
      },
      parked: (stay: string) => `Parked. ${stay}`,
      won: (at: number, afterDays: number) => `Won on ${f.day(at)}, after ${f.duration(afterDays)}`,
      lost: (at: number, afterDays: number) => `Lost on ${f.day(at)}, after ${f.duration(afterDays)}`,
      postWin: (stay: string) => `Won. ${stay}`,
      deleted: 'This deal was deleted in HubSpot: it counts in no figure',
      dealAge: (days: number) => `deal age ${f.duration(days)}`,
      visitNumber: (n: number) =>
        `${n}${f.ordinal(n, { one: 'st', two: 'nd', few: 'rd', other: 'th' })} visit to this stage`,
    },
    verdict: {
      stalled: 'Stalled',
      whyStalled: 'Why this deal counts as stalled',
      onTrack: 'On track',
      tooEarly: 'Too little history to judge',
      byChance: ({ now, reference, threshold }: ChanceDrop) =>
        `Its chance ever to be won was ${f.percent(reference)} when it came into this stage and is ${f.percent(now)} now. Below ${f.percent(threshold)} a deal counts as stalled.`,
      byDays: (now: number, threshold: number) =>
        `Here for ${f.duration(now)}. In this stage a deal counts as stalled after ${f.duration(threshold)}.`,
      tooEarlyBecause: (n: number) => `Only ${finishedVisits(n)} to this stage so far: no verdict yet.`,
      evidence: (n: number) => `Judged by ${finishedVisits(n)} to this stage.`,
    },
    dwell: {
      title: 'Time in this stage',
      thisVisit: 'This visit',
      half: 'Half end in',
      nineOfTen: '9 of 10 end in',
      moreThan: (days: number) => `> ${f.duration(days)}`,
      noFigure: '–',
      overByNow: (share: number) => `${f.percent(share)} of the visits to this stage were over by this age.`,
      evidence: (n: number, open: number) =>
        `From ${visits(n)}. ${
          open === 0
            ? 'All of them are over.'
            : `${f.count(open)} of them ${f.plural(open, { one: 'is', other: 'are' })} not over and ${f.plural(open, { one: 'counts', other: 'count' })} as “at least this long”.`
        }`,
      insufficient: (n: number, needed: number) =>
        `Too little history to say what is usual here: ${f.count(n)} of the ${f.count(needed)} finished visits needed.`,
    },
    win: {
      title: 'Chance to be won',
      withinDays: (days: number) => `Within ${f.duration(days)}`,
      between: (low: number, high: number) => `${f.percent(low)} to ${f.percent(high)}`,
      atLeast: (low: number) => `at least ${f.percent(low)}`,
      interval: (range: string, level: number) => `${range} (${f.percent(level)} interval)`,
      measuredEver: 'At any time, measured',
      typed: 'Typed in HubSpot',
      notTyped: 'No probability is typed in HubSpot for this stage.',
      typedHigher: (points: number) =>
        `The typed probability is ${f.count(points)} ${f.plural(points, { one: 'point', other: 'points' })} higher than what was measured.`,
      typedLower: (points: number) =>
        `The typed probability is ${f.count(points)} ${f.plural(points, { one: 'point', other: 'points' })} lower than what was measured.`,
      typedAgrees: 'The typed probability agrees with what was measured.',
      evidence: (n: number, from: EvidenceScope) =>
        `Measured from ${visits(n)} that lasted at least this long: ${SCOPES[from]}.`,
      atEntry: (share: number) => `It was ${f.percent(share)} on the day the deal came into the stage.`,
      insufficient: (n: number, needed: number) =>
        `Too little history to measure a chance: of the ${f.count(needed)} visits needed, ${f.count(n)} ${f.plural(n, { one: 'has', other: 'have' })} been watched long enough.`,
    },
    outlook: outlookEn(f),
    way: {
      title: 'The way so far',
      stage: 'Stage',
      since: 'Since',
      stayed: 'Stayed',
      days: 'Days',
      chartTitle: 'Days in each visit',
      kinds: { first: 'First visit', again: 'Returned', back: 'Moved back', running: 'Now' },
      atLeast: (days: number) => `at least ${f.duration(days)}`,
      passedThrough: 'Passed through',
      movedBack: 'Moved back',
      returned: (n: number) => `${n}${f.ordinal(n, { one: 'st', two: 'nd', few: 'rd', other: 'th' })} visit`,
      now: 'Now',
      won: 'Won',
      lost: 'Lost',
      restored: 'Restored',
      leftPipeline: 'Left the pipeline',
      merged: 'Merged',
      deleted: 'Deleted',
      unknownStage: 'No longer in HubSpot',
      origins: {
        person: null,
        unknown: null,
        workflow: 'by a workflow',
        import: 'by an import',
        api: 'by an integration',
        merge: 'by a merge',
      },
      showEarlier: (n: number) => `Show ${f.count(n)} earlier ${f.plural(n, { one: 'visit', other: 'visits' })}`,
    },
    explained: {
      time: 'Time: visits that are not over yet count as “at least this long”. They are not left out and not taken as finished (Kaplan–Meier).',
      chance: (horizonDays: number) =>
        `Chance: of earlier visits to this stage that had reached the same age, how many were won within ${f.duration(horizonDays)}, and how many ever. Deals that never end count as not won.`,
      unresolved: (share: number) => `Of the visits to this stage, ${f.percent(share)} were never seen to end.`,
      interval: (level: number) =>
        `Interval: with this much history the true chance lies inside it about ${f.percent(level)} of the time.`,
      typed: 'Typed: what an admin set for the stage in HubSpot, the same for every deal and age.',
      stalled:
        'Stalled: the chance ever to be won is below 6 tenths of its value at entry or, where it cannot be measured, the visit is longer than 9 of 10 that went on.',
    },
    freshness: {
      recorded: (at: number) => `This deal’s last change was recorded ${f.moment(at)}.`,
      figures: (at: number) => `Stage figures of ${f.moment(at)}.`,
      noFigures: 'Stage figures are still being made.',
    },
    behind: {
      title: 'Catching up',
      body: 'This deal has just moved. New figures follow in a moment.',
      gaveUpTitle: 'The last move has not arrived yet',
      gaveUpBody: 'Ask again in a minute.',
    },
    unknown: {
      title: 'No history of this deal yet',
      waiting: 'Looking for it: a deal that is new here appears in a moment.',
      gaveUp:
        'A new deal takes some seconds, a first import some minutes. A deal that was erased here, or merged into another, stays empty.',
    },
  };
};

const SCOPES: Readonly<Record<EvidenceScope, string>> = {
  owner: 'this owner’s deals in this stage',
  team: 'this team’s deals in this stage',
  source: 'deals of this source in this stage',
  stage: 'all deals in this stage',
  pipeline: 'deals of the whole pipeline',
  portal: 'deals of all pipelines',
};

export type Messages = ReturnType<typeof en>;
