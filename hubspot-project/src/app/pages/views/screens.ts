import type { ComponentType } from 'react';
import type { ViewId } from '../views.ts';
import { CalibrationView } from './CalibrationView.tsx';
import { ChangesView } from './ChangesView.tsx';
import { CoachingView } from './CoachingView.tsx';
import { FlowView } from './FlowView.tsx';
import { ForecastView } from './ForecastView.tsx';
import { HygieneView } from './HygieneView.tsx';
import { OverviewView } from './OverviewView.tsx';
import { RepsView } from './RepsView.tsx';
import { SourcesView } from './SourcesView.tsx';
import { StagesView } from './StagesView.tsx';
import { StalledView } from './StalledView.tsx';
import { TransitionsView } from './TransitionsView.tsx';
import { VelocityView } from './VelocityView.tsx';

/** The screen of each view. */
export const SCREENS: Readonly<Record<ViewId, ComponentType>> = {
  overview: OverviewView,
  stages: StagesView,
  transitions: TransitionsView,
  flow: FlowView,
  velocity: VelocityView,
  forecast: ForecastView,
  stalled: StalledView,
  changes: ChangesView,
  coaching: CoachingView,
  reps: RepsView,
  sources: SourcesView,
  hygiene: HygieneView,
  calibration: CalibrationView,
};
