import {
  parseCalibrationReport,
  parseChangesReport,
  parseCoachingReport,
  parseFlowReport,
  parseFocusReport,
  parseForecastReport,
  parseHygieneReport,
  parseOverviewReport,
  parseRepsReport,
  parseSourcesReport,
  parseStagesReport,
  parseStalledReport,
  parseTransitionsReport,
  parseVelocityReport,
} from '@deal-stage-insights/shared';
import type { ComponentType } from 'react';
import { screen } from '../components/screen.tsx';
import type { ViewId } from '../views.ts';
import { CalibrationView } from './CalibrationView.tsx';
import { ChangesView } from './ChangesView.tsx';
import { CoachingView } from './CoachingView.tsx';
import { FlowView } from './FlowView.tsx';
import { FocusView } from './FocusView.tsx';
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
  overview: screen('overview', parseOverviewReport, OverviewView),
  stages: screen('stages', parseStagesReport, StagesView),
  transitions: screen('transitions', parseTransitionsReport, TransitionsView),
  flow: screen('flow', parseFlowReport, FlowView),
  velocity: screen('velocity', parseVelocityReport, VelocityView),
  forecast: screen('forecast', parseForecastReport, ForecastView),
  stalled: screen('stalled', parseStalledReport, StalledView),
  focus: screen('focus', parseFocusReport, FocusView),
  changes: screen('changes', parseChangesReport, ChangesView),
  coaching: screen('coaching', parseCoachingReport, CoachingView),
  reps: screen('reps', parseRepsReport, RepsView),
  sources: screen('sources', parseSourcesReport, SourcesView),
  hygiene: screen('hygiene', parseHygieneReport, HygieneView),
  calibration: screen('calibration', parseCalibrationReport, CalibrationView),
};
