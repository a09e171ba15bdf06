import {
  type Settings,
  type SettingsSection,
  type SettledPipeline,
  settledPipeline,
} from '@deal-stage-insights/shared';
import type { SettingsState } from '../ports/settings-store.ts';
import { dayStart } from './calendar-days.ts';

/** Sections that change what reports say. The others say who may read them. */
const OF_FIGURES: readonly SettingsSection[] = [
  'stages',
  'criteria',
  'calendar',
  'horizons',
  'targets',
  'segments',
  'testDeals',
  'rules',
  'actions',
];

/** The versions of the settings that figures rest on: a part of a report's position. */
export function settingsVersion(settings: SettingsState): string {
  return OF_FIGURES.map((section) => settings[section].version).join('.');
}

/** The pipeline and its visits as an admin wants them read. */
export function settled(read: SettledPipeline, settings: SettingsState, timeZone: string): SettledPipeline {
  const day = settings.stages.value.countSinceDay[read.pipeline.pipelineId];
  const values: Pick<Settings, 'stages' | 'testDeals'> = {
    stages: settings.stages.value,
    testDeals: settings.testDeals.value,
  };
  return settledPipeline(read, values, day === undefined ? null : dayStart(day, timeZone));
}

/** What a report's question takes from the settings besides the reading of its pipeline. */
export function askedOf({ stages, horizons, calendar, targets, criteria, actions }: SettingsState) {
  const { countAs } = stages.value;
  return {
    horizonDays: horizons.value.headlineDays,
    calendar: calendar.value,
    targets: targets.value.targets,
    criteria: criteria.value,
    actions: actions.value.actions.map((action) => ({ ...action, stageId: countAs[action.stageId] ?? action.stageId })),
  };
}
