import type { EpochMs } from '@deal-stage-insights/shared';
import type { DealDesk } from '../../../local/hubspot-simulator/portal/deal-desk.ts';
import { aPortal, aSeedDeal } from '../../local/hubspot-simulator/small-portal.ts';

const DEALS = 40;
const MINUTE_MS = 60_000;
const GAP_MS_MAX = 9 * MINUTE_MS;
const STAGES = ['new', 'offer', 'won', 'lost'];
/** Nothing happens to these but what `FATES` says: so a late reader can know as much of their past as an early one. */
const QUIET = 8;
const FATES: readonly ((desk: DealDesk) => void)[] = [
  (desk) => desk.archive('1'),
  (desk) => void desk.merge('2', '3'),
  (desk) => desk.archive('4'),
  (desk) => void desk.merge('5', '6'),
  (desk) => desk.archive('7'),
  (desk) => desk.archive('8'),
];

/** Somebody asks for it to be erased when half of the operations are done. HubSpot goes on changing it. */
export const ERASED = { dealId: '40', name: 'Deal 40' };

export const operatedPortal = () => aPortal(Array.from({ length: DEALS }, (_, index) => aSeedDeal(String(index + 1))));

export interface Operation {
  readonly at: EpochMs;
  /** Carries it out. Answers the deals that it touched. */
  readonly apply: (desk: DealDesk) => readonly string[];
}

/**
 * What people do in an account, in order of time: the same for the same numbers of `random`. Deals are made, moved,
 * edited, deleted and restored; a few end deleted or merged.
 */
export function operationsOf(
  random: () => number,
  { count, from }: { readonly count: number; readonly from: EpochMs },
): readonly Operation[] {
  const busy = Array.from({ length: DEALS - QUIET }, (_, index) => String(QUIET + 1 + index));
  const inBin: string[] = [];
  const fates = [...FATES];
  const one = <T>(of: readonly T[], otherwise: T): T => of[Math.floor(random() * of.length)] ?? otherwise;

  const operation = (): Operation['apply'] => {
    const kind = random();
    const dealId = one(busy, '9');
    const touching = (act: (desk: DealDesk) => void) => (desk: DealDesk) => {
      act(desk);
      return [dealId];
    };
    if (kind < 0.03) {
      const stage = one(STAGES, 'new');
      return (desk) => [desk.create({ dealstage: stage, dealname: `New ${stage}` }, 'CRM_UI').dealId];
    }
    const [fate] = fates;
    if (kind < 0.04 && fate !== undefined) {
      fates.shift();
      return (desk) => {
        fate(desk);
        return Array.from({ length: QUIET }, (_, index) => String(index + 1));
      };
    }
    const binned = inBin[0];
    if (kind < 0.08 && binned !== undefined) {
      inBin.shift();
      busy.push(binned);
      return (desk) => {
        desk.restore(binned);
        return [binned];
      };
    }
    if (kind < 0.11 && busy.length > DEALS / 2) {
      busy.splice(busy.indexOf(dealId), 1);
      inBin.push(dealId);
      return touching((desk) => desk.archive(dealId));
    }
    const property = kind < 0.6 ? 'dealstage' : kind < 0.8 ? 'amount' : kind < 0.9 ? 'hubspot_owner_id' : 'closedate';
    const value = {
      dealstage: one(STAGES, 'new'),
      amount: String(Math.floor(random() * 10_000)),
      hubspot_owner_id: random() < 0.5 ? '11' : '12',
      closedate: new Date(from + Math.floor(random() * 90) * 1440 * MINUTE_MS).toISOString(),
    }[property];
    return touching((desk) => desk.update(dealId, { [property]: value }, 'CRM_UI'));
  };

  let at = from;
  const next = (apply: Operation['apply']): Operation => {
    at += MINUTE_MS + Math.floor(random() * GAP_MS_MAX);
    return { at, apply };
  };
  const operations = Array.from({ length: count }, () => next(operation()));
  const rest = inBin.map((dealId) =>
    next((desk) => {
      desk.restore(dealId);
      return [dealId];
    }),
  );
  return [...operations, ...rest];
}
