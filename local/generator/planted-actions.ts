import { DAY_MS } from '@deal-stage-insights/shared';

/** What somebody did about a stage, with what truly came of it. */
export interface PlantedAction {
  readonly pipelineId: string;
  readonly stageId: string;
  readonly fromAt: number;
  readonly done: string;
  /** Visits that begin from this instant on last this much as long; 1: nothing came of it. */
  readonly factor: number;
}

const WORKED_DAYS_AGO = 100;
const IN_VAIN_DAYS_AGO = 210;

/** One that worked and one in vain, apart by more than a quarter, so that neither stands in the other's days. */
export const plantedActions = (endsAt: number): readonly PlantedAction[] => [
  {
    pipelineId: 'default',
    stageId: 'b2b_qualification',
    fromAt: endsAt - WORKED_DAYS_AGO * DAY_MS,
    done: 'Every new lead is called within one working day',
    factor: 0.4,
  },
  {
    pipelineId: 'default',
    stageId: 'b2b_discovery',
    fromAt: endsAt - IN_VAIN_DAYS_AGO * DAY_MS,
    done: 'New agenda for needs-discovery meetings',
    factor: 1,
  },
];
