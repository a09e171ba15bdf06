import type { Revision } from '@deal-stage-insights/shared';
import type { DealLife } from './deal-life.ts';
import type { Rep } from './people.ts';
import { pick, type Random } from './random.ts';
import type { PlantedFaults } from './truth.ts';

interface Assignment {
  /** Whose merit moves the deal. */
  readonly rep: Rep;
  readonly reps: readonly Rep[];
  readonly departure: PlantedFaults['departure'];
}

/** So many deals are a colleague's up to their second stage, and so many nobody's. */
export const [COLLEAGUES_FIRST, UNOWNED_FIRST] = [0.08, 0.12];

/** From creation, or after a while without an owner, or after a colleague; and on to another when the owner leaves the company. */
export function ownerHistory(
  { steps, createdAt, closedAt }: DealLife,
  { rep, reps, departure }: Assignment,
  random: Random,
): readonly Revision[] {
  const [habit, colleague] = [
    random(),
    pick(
      random,
      reps.filter(({ pipelineId }) => pipelineId === rep.pipelineId),
    ),
  ];
  const second = steps[1]?.at;
  const owned: Revision[] = [];
  if (habit < COLLEAGUES_FIRST && second !== undefined && second > createdAt) {
    owned.push(by(createdAt, colleague.ownerId), by(second, rep.ownerId));
  } else if (habit < COLLEAGUES_FIRST + UNOWNED_FIRST && second !== undefined) {
    owned.push({ ...by(second, rep.ownerId), sourceType: 'AUTOMATION_PLATFORM' });
  } else {
    owned.push(by(createdAt, rep.ownerId));
  }
  if (departure === null) return owned;
  return afterDeparture(owned, departure, closedAt);
}

function by(at: number, ownerId: string): Revision {
  return { at, value: ownerId, sourceType: 'CRM_UI' };
}

/** Open deals of the one who left go to a colleague at one instant; nobody gives them new ones. */
function afterDeparture(
  owned: readonly Revision[],
  departure: NonNullable<PlantedFaults['departure']>,
  closedAt: number | null,
): readonly Revision[] {
  const later = owned.map((revision) =>
    revision.at >= departure.at && revision.value === departure.ownerId
      ? { ...revision, value: departure.toOwnerId }
      : revision,
  );
  const then = later.filter(({ at }) => at < departure.at).at(-1);
  const isOpenThen = closedAt === null || closedAt > departure.at;
  if (then?.value !== departure.ownerId || !isOpenThen) return later;
  const handover = { at: departure.at, value: departure.toOwnerId, sourceType: 'CRM_UI_BULK_ACTION' };
  return [...later.filter(({ at }) => at < departure.at), handover, ...later.filter(({ at }) => at > departure.at)];
}
