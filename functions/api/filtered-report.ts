import { MODEL_VERSION, type ReportFilters, type ReportQuestion, type Stamp } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import { portalDay, portalDayStart } from '../portal-day.ts';
import { readPriors } from '../rollup/kept-priors.ts';
import { readRecords } from '../rollup/kept-records.ts';
import { accountOf, positionOf } from '../rollup/position.ts';
import { dayStart } from '../rollup/calendar-days.ts';
import { type ReportInputs, reportQuestion } from '../rollup/report-question.ts';
import { askedOf, settled } from '../rollup/report-settings.ts';
import { snoozesOn } from '../rollup/snoozes-on.ts';
import { warmVisitTables } from '../rollup/visit-tables.ts';
import { seesNames } from './access.ts';
import type { ApiDeps } from './deps.ts';
import { openTeamQuestion } from './open-team-question.ts';
import { readStoredFigures, type WholeFigures } from './stored-figures.ts';
import type { Viewer } from './viewer.ts';

interface FilteredQuestion {
  readonly pipelineId: string;
  readonly filters: ReportFilters;
  /** Whose deals may be told of; left out: everybody's. */
  readonly readsDealsOf?: ((ownerId: string) => boolean) | undefined;
}

type Deps = Pick<ApiDeps, 'blockStore' | 'referenceStore' | 'reportStore' | 'settingsStore' | 'snoozeStore' | 'clock'>;

export type AskFiltered = (viewer: Viewer, asked: FilteredQuestion) => Promise<ReportQuestion>;

/**
 * Questions with filters, made from the blocks that the warm process keeps: heads are read with each request, of the blocks
 * only those that changed. Nothing of it is stored. The last question stays in the process with its choice of deals and its
 * model: a page asks for several reports with the same filters. So do the figures of the whole pipeline.
 */
export function filteredQuestions({
  blockStore,
  referenceStore,
  reportStore,
  settingsStore,
  snoozeStore,
  clock,
}: Deps): AskFiltered {
  const readVisitTable = warmVisitTables(blockStore);
  let last: { readonly key: string; readonly question: ReportQuestion } | undefined;
  let lastWhole: { readonly key: string; readonly figures: WholeFigures } | undefined;
  return async (viewer, { pipelineId, filters, readsDealsOf }) => {
    const { people } = viewer;
    const [heads, snapshot, found, settings, listed] = await Promise.all([
      blockStore.readHeads(),
      referenceStore.readPipelines(),
      referenceStore.readAccount(),
      settingsStore.readSettings(),
      snoozeStore.readSnoozes(),
    ]);
    const pipeline = snapshot?.pipelines.find((each) => each.pipelineId === pipelineId);
    if (snapshot === null || pipeline === undefined)
      throw new AppError('not-found', 'There is no pipeline of this id.');
    const account = accountOf(found);
    const [frozen, priors, stored, read] = await Promise.all([
      readRecords(reportStore, [pipeline]),
      readPriors(reportStore, [pipeline]),
      readStoredFigures(reportStore, pipelineId),
      readVisitTable(pipelineId, heads),
    ]);
    const newest = Math.max(portalDayStart(clock.now(), account.timeZone), read.newestChangeAt);
    const asOf = filters.asOfDay === null ? newest : dayStart(filters.asOfDay, account.timeZone);
    const snoozes = snoozesOn(listed, filters.asOfDay === null ? clock.now() : asOf, account.timeZone);
    const whole: Stamp = {
      asOf,
      position: positionOf(pipelineId, { heads, snapshot, account, settings, frozen, priors, snoozes }),
      modelVersion: MODEL_VERSION,
    };
    const isOfPeople = filters.team !== null || readsDealsOf !== undefined;
    const position = { ...whole.position, ...(isOfPeople ? { people: people.version } : {}) };
    const stamp: Stamp = { ...whole, position };
    if (stamp.asOf > newest) throw invalid('asOf', `The newest figures are of ${portalDay(newest, account.timeZone)}.`);
    const teamOwnerIds = filters.team === null ? new Set<string>() : people.ownersOfTeam(filters.team);
    const all = settled({ pipeline, table: read }, settings, account.timeZone);
    // What was frozen, and what others were counted as, is of now.
    const isOfNow = filters.asOfDay === null;
    const records = isOfNow ? frozen.get(pipelineId)?.records : undefined;
    const { others, lent } = (isOfNow ? priors.get(pipelineId) : undefined) ?? {};
    const asked = { ...all, account, ...askedOf(settings), others, lent, snoozes: snoozes.byDeal };
    const wholeKey = JSON.stringify([pipelineId, whole]);
    if (lastWhole?.key !== wholeKey) {
      const figures = { ...figuresOf({ ...asked, stamp: whole, frozen: records }), ...stored(whole) };
      lastWhole = { key: wholeKey, figures };
    }
    const key = JSON.stringify([pipelineId, filters, stamp, readsDealsOf === undefined ? null : whoReads(viewer)]);
    const frozenOf = isOfAll(filters) ? records : undefined; // And of the whole pipeline.
    const question =
      last?.key === key
        ? last.question
        : reportQuestion({
            ...asked,
            stamp,
            filters,
            teamOwnerIds,
            readsDealsOf,
            ...lastWhole.figures,
            frozen: frozenOf,
          });
    if (question === null) throw invalid('from', 'The period needs a day that is over by the day asked about.');
    last = { key, question };
    return filters.team === null || seesNames(viewer) ? question : openTeamQuestion(viewer, question, all.table);
  };
}

/** Figures of all deals, whatever the filters: made when they are first asked for, and once for all filters. */
function figuresOf(inputs: ReportInputs): WholeFigures {
  let made: ReportQuestion | null = null;
  const question = (): ReportQuestion => {
    made ??= reportQuestion(inputs);
    if (made === null) throw new RangeError('The last 90 days are over on any day.');
    return made;
  };
  return { shownModel: () => question().shownModel(), flagQuality: () => question().flagQuality() };
}

/** All that decides whose deals a viewer may read, beside the version of people. */
const whoReads = ({ userId, teamIds, sees, visibility }: Viewer) =>
  [userId, [...teamIds], sees === 'all' ? sees : [...sees], visibility] as const;

const isOfAll = (filters: ReportFilters): boolean => Object.values(filters).every((filter) => filter === null);

function invalid(name: string, message: string): AppError {
  return new AppError('invalid-request', message, { errors: [{ location: `query.${name}`, message }] });
}
