import type { OverviewChange } from '@deal-stage-insights/shared';
import { useFrameMessages } from '../../messages/frame.ts';
import { useOverviewMessages } from '../../messages/overview.ts';

/** What is said of a change. */
export function useVerdicts(): Readonly<Record<OverviewChange['verdict'], string>> {
  const { common } = useFrameMessages();
  const { verdicts } = useOverviewMessages();
  return { ...verdicts, 'no-clear-change': common.noClearChange, insufficient: common.tooLittleToCompare };
}
