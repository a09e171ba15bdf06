import type { StalledView } from './deal-insights.ts';
import { finite, nullable, object, oneOf } from './decode.ts';

export const stalledView = object<StalledView>({
  verdict: oneOf('stalled', 'on-track', 'insufficient', 'not-applicable'),
  rule: oneOf('probability-drop', 'dwell-quantile', 'none'),
  now: nullable(finite),
  reference: nullable(finite),
  threshold: nullable(finite),
  n: finite,
});
