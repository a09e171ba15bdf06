import type { CalibrationRecord } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  recordToShow,
  reliabilityBars,
  saidVerdict,
  skillVerdict,
} from '../../../../hubspot-project/src/app/pages/figures/calibration.ts';
import { measured, tooLittle } from '../stages-builder.ts';

const record = (isJudged: boolean): CalibrationRecord => ({
  modelVersions: [],
  days: [],
  forecasts: 0,
  deals: 0,
  notDue: 0,
  withoutChance: 0,
  scores: isJudged
    ? {
        won: 0.2,
        meanForecast: 0.25,
        brier: 0.1,
        logLoss: 0.3,
        areaUnderCurve: null,
        expectedCalibrationError: 0.05,
        murphy: { reliability: 0, resolution: 0, uncertainty: 0.1 },
        besideStageRate: { forecasts: 1, leftOut: 0, brier: null },
        brierOfStageRate: null,
        skillOverStageRate: tooLittle,
        besideTyped: { forecasts: 1, leftOut: 0, brier: null },
        brierOfTyped: null,
        skillOverTyped: tooLittle,
      }
    : null,
  reliability: [],
  stages: [],
});

describe('the figures of calibration', () => {
  it('judge by what was really said as soon as that can be judged', () => {
    expect(recordToShow(record(true), record(true))).toBe('frozen');
    expect(recordToShow(record(false), record(true))).toBe('backtest');
    expect(recordToShow(record(false), record(false))).toBeNull();
  });

  it('draw no bar for what was not seen often enough', () => {
    const point = { n: 30, won: 6, deals: 12, meanForecast: 0.21 };

    expect(
      reliabilityBars([
        { ...point, seen: measured(0.2) },
        { ...point, seen: tooLittle },
      ]),
    ).toEqual([
      { place: 1, kind: 'said', percent: 21 },
      { place: 1, kind: 'seen', percent: 20 },
      { place: 2, kind: 'said', percent: 21 },
    ]);
  });

  it.each([
    [0.2, measured(0.2), 'fits'],
    [0.3, measured(0.2), 'too-high'],
    [0.1, measured(0.2), 'too-low'],
    [0.9, measured(0.2, { high: null }), 'fits'],
    [0.2, tooLittle, null],
  ])('hold what was said, %s, against %j: %s', (said, seen, verdict) => {
    expect(saidVerdict(said, seen)).toBe(verdict);
  });

  it.each([
    [measured(0.1, { low: 0.02, high: 0.2 }), 'better'],
    [measured(-0.1, { low: -0.2, high: -0.02 }), 'worse'],
    [measured(0.1, { low: -0.02, high: 0.2 }), 'no-clear-difference'],
    [tooLittle, 'insufficient'],
  ])('call a skill of %j %s', (skill, verdict) => {
    expect(skillVerdict(skill)).toBe(verdict);
  });
});
