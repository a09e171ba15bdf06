import type { ComponentType } from 'react';
import type { ViewId } from '../views.ts';
import { CalibrationView } from './CalibrationView.tsx';
import { FlowView } from './FlowView.tsx';
import { ForecastView } from './ForecastView.tsx';
import { RepsView } from './RepsView.tsx';
import { StagesView } from './StagesView.tsx';
import { VelocityView } from './VelocityView.tsx';

/** The screen of each view. */
export const SCREENS: Readonly<Record<ViewId, ComponentType>> = {
  stages: StagesView,
  flow: FlowView,
  velocity: VelocityView,
  forecast: ForecastView,
  reps: RepsView,
  calibration: CalibrationView,
};
