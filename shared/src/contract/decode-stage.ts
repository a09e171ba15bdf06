import { type Decoder, finite, flag, nullable, object, oneOf, text } from './decode.ts';
import type { StageView } from './pipelines.ts';

export const stageView: Decoder<StageView> = object<StageView>({
  stageId: text,
  label: text,
  role: oneOf('open', 'parked', 'won', 'lost', 'post-win'),
  displayOrder: finite,
  typedProbability: nullable(finite),
  isUnknown: flag,
});
