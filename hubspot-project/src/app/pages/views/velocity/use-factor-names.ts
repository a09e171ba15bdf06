import type { VelocityFactor } from '@deal-stage-insights/shared';
import { useFrameMessages } from '../../messages/frame.ts';
import { useVelocityMessages } from '../../messages/velocity.ts';

/** How the factors of the velocity are called, and all of them together. */
export function useFactorNames(): Readonly<Record<VelocityFactor | 'total', string>> {
  const { common } = useFrameMessages();
  const { wonValue, total } = useVelocityMessages();
  return { openDeals: common.openDeals, winRate: common.winRate, wonValue, cycleDays: common.daysToWin, total };
}
