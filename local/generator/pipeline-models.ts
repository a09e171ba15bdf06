import type { PipelineModel, StageModel } from './pipeline-model.ts';

const CLOSED_WON = { probability: 1, isClosed: true } as const;
const CLOSED_LOST = { probability: 0, isClosed: true } as const;

const open = (stageId: string, label: string, probability: number, way: StageModel['way']): StageModel => ({
  stageId,
  label,
  probability,
  isClosed: false,
  way,
});

/** Sales to companies: a long way, with skips, steps back and many deals that are never closed. */
const b2b: PipelineModel = {
  pipelineId: 'default',
  label: 'B2B sales',
  share: 0.45,
  amount: { median: 14_000, spread: 0.8 },
  entry: { b2b_qualification: 0.88, b2b_meeting: 0.12 },
  stages: [
    open('b2b_qualification', 'Lead qualification', 0.1, {
      b2b_meeting: { share: 0.55, days: 6, shape: 1.1, merit: 1 },
      b2b_discovery: { share: 0.06, days: 4, shape: 1, merit: 1 },
      b2b_lost: { share: 0.35, days: 13, shape: 1.2, merit: -1 },
    }),
    open('b2b_meeting', 'Meeting scheduled', 0.2, {
      b2b_discovery: { share: 0.68, days: 8, shape: 1.6, merit: 1 },
      b2b_qualification: { share: 0.06, days: 9, shape: 1.3, merit: -1 },
      b2b_lost: { share: 0.23, days: 16, shape: 1.2, merit: -1 },
    }),
    open('b2b_discovery', 'Needs-discovery meeting', 0.4, {
      b2b_proposal: { share: 0.66, days: 12, shape: 1.4, merit: 1 },
      b2b_negotiation: { share: 0.05, days: 15, shape: 1.2, merit: 1 },
      b2b_lost: { share: 0.25, days: 22, shape: 1.2, merit: -1 },
    }),
    open('b2b_proposal', 'Proposal sent', 0.6, {
      b2b_negotiation: { share: 0.44, days: 16, shape: 1.3, merit: 1 },
      b2b_won: { share: 0.08, days: 11, shape: 1.2, merit: 1 },
      b2b_discovery: { share: 0.08, days: 14, shape: 1.2, merit: -1 },
      b2b_lost: { share: 0.29, days: 36, shape: 1.3, merit: -1 },
    }),
    open('b2b_negotiation', 'Contract negotiation', 0.8, {
      b2b_won: { share: 0.67, days: 15, shape: 1.4, merit: 1 },
      b2b_proposal: { share: 0.09, days: 10, shape: 1.2, merit: -1 },
      b2b_lost: { share: 0.2, days: 30, shape: 1.2, merit: -1 },
    }),
    { stageId: 'b2b_won', label: 'Deal closed', ...CLOSED_WON, way: {} },
    {
      stageId: 'b2b_lost',
      label: 'Deal lost',
      ...CLOSED_LOST,
      way: { b2b_discovery: { share: 0.025, days: 80, shape: 1.5, merit: 0 } },
    },
  ],
};

/** Sales to people: short, partly by workflow, with a lateral stage, and one that follows the win. */
const b2c: PipelineModel = {
  pipelineId: 'b2c',
  label: 'B2C sales',
  share: 0.4,
  amount: { median: 420, spread: 0.6 },
  entry: { b2c_lead: 1 },
  stages: [
    open('b2c_lead', 'Lead captured', 0.1, {
      b2c_welcome: { share: 0.84, days: 0.6, shape: 0.8, merit: 1, isAutomatic: true },
      b2c_demo: { share: 0.05, days: 1.5, shape: 1, merit: 1, passes: 'b2c_welcome' },
      b2c_lost: { share: 0.08, days: 6, shape: 1, merit: -1 },
    }),
    open('b2c_welcome', 'Welcome e-mail sent', 0.2, {
      b2c_demo: { share: 0.46, days: 4, shape: 1.1, merit: 1 },
      b2c_cart: { share: 0.12, days: 5, shape: 1, merit: 0 },
      b2c_lost: { share: 0.33, days: 15, shape: 1.3, merit: -1, isAutomatic: true },
    }),
    open('b2c_demo', 'Product demo completed', 0.5, {
      b2c_purchase: { share: 0.4, days: 3, shape: 1, merit: 1 },
      b2c_cart: { share: 0.32, days: 2, shape: 0.9, merit: 0 },
      b2c_lost: { share: 0.22, days: 10, shape: 1.2, merit: -1 },
    }),
    // Lateral and displayed between open stages; half its visits never end.
    open('b2c_cart', 'Cart abandoned', 0.3, {
      b2c_purchase: { share: 0.22, days: 4, shape: 0.8, merit: 1 },
      b2c_demo: { share: 0.1, days: 6, shape: 1, merit: 1 },
      b2c_lost: { share: 0.2, days: 21, shape: 1.4, merit: -1, isAutomatic: true },
    }),
    {
      stageId: 'b2c_purchase',
      label: 'Purchase completed',
      ...CLOSED_WON,
      way: { b2c_followup: { share: 0.85, days: 9, shape: 2.5, merit: 0, isAutomatic: true } },
    },
    { stageId: 'b2c_followup', label: 'Post-purchase follow-up', ...CLOSED_WON, way: {} },
    { stageId: 'b2c_lost', label: 'Lead lost', ...CLOSED_LOST, way: {} },
  ],
};

/** Collaborative selling: few, large deals; stages named after what both sides do. Lost is displayed before won. */
const collaborative: PipelineModel = {
  pipelineId: 'collaborative',
  label: 'Collaborative selling',
  share: 0.15,
  amount: { median: 38_000, spread: 0.7 },
  entry: { col_understand: 1 },
  stages: [
    open('col_understand', "Understand the company's needs", 0.2, {
      col_expectations: { share: 0.7, days: 17, shape: 1.5, merit: 1 },
      col_lost: { share: 0.22, days: 25, shape: 1.2, merit: -1 },
    }),
    open('col_expectations', 'Set mutual expectations', 0.4, {
      col_solution: { share: 0.68, days: 20, shape: 1.5, merit: 1 },
      col_understand: { share: 0.07, days: 12, shape: 1.2, merit: -1 },
      col_lost: { share: 0.18, days: 34, shape: 1.2, merit: -1 },
    }),
    open('col_solution', 'Finalise the solution', 0.7, {
      col_agreement: { share: 0.66, days: 24, shape: 1.6, merit: 1 },
      col_expectations: { share: 0.08, days: 15, shape: 1.2, merit: -1 },
      col_lost: { share: 0.19, days: 40, shape: 1.3, merit: -1 },
    }),
    open('col_agreement', 'Agreement finalised', 0.9, {
      col_won: { share: 0.78, days: 12, shape: 1.3, merit: 1 },
      col_lost: { share: 0.15, days: 28, shape: 1.2, merit: -1 },
    }),
    { stageId: 'col_lost', label: 'No agreement', ...CLOSED_LOST, way: {} },
    { stageId: 'col_won', label: 'Working together', ...CLOSED_WON, way: {} },
  ],
};

export const PIPELINE_MODELS: readonly PipelineModel[] = [b2b, b2c, collaborative];
