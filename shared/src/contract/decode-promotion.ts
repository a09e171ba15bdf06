import { object, oneOf } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import type { Promotion } from './promotion.ts';

export const promotion = object<Promotion>({
  shows: oneOf('life-table', 'stage-rate'),
  reason: oneOf('proven', 'not-proven', 'insufficient'),
  skill: estimate,
  judgedBy: oneOf('backtest', 'frozen'),
});
