/** As `infra/bin/app.ts` names the stack. */
export const STACK_NAME = 'DealStageInsights';
