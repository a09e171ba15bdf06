import type { Estimate } from './estimate.ts';
import type { StageView } from './pipelines.ts';
import type { Promotion } from './promotion.ts';
import type { ReportHead } from './report.ts';

/** Answer of `GET /v1/pipelines/{id}/calibration`: how good the win probabilities were, once it was known what came. */
export interface CalibrationReport extends ReportHead {
  readonly horizonDays: number;
  /** Which probability is shown, and why. */
  readonly promotion: Promotion;
  /** What the model would have said in the portal's past, each time from what was known then. There from the first day on. */
  readonly backtest: CalibrationRecord;
  /** What was really said and kept, one forecast a deal and day, read one day a week. */
  readonly frozen: CalibrationRecord;
}

export interface CalibrationRecord {
  /** Versions of the model that spoke. */
  readonly modelVersions: readonly string[];
  /** The days on which forecasts were made: `YYYY-MM-DD`, ascending. */
  readonly days: readonly string[];
  /** Forecasts whose horizon has passed. */
  readonly forecasts: number;
  /** Their deals: rows of one deal repeat each other, intervals know it. */
  readonly deals: number;
  /** Too young to be judged; and deals of which too little was known to say anything. */
  readonly notDue: number;
  readonly withoutChance: number;
  /** Null without a forecast that has come due. */
  readonly scores: CalibrationScores | null;
  /** Ten bins of equally many forecasts, the least likely first. */
  readonly reliability: readonly ReliabilityPoint[];
  readonly stages: readonly StageCalibration[];
}

export interface CalibrationScores extends Comparisons {
  /** Share that was won within the horizon, and what was said on average. */
  readonly won: number;
  readonly meanForecast: number;
  /** Mean squared error over all forecasts. */
  readonly brier: number;
  readonly logLoss: number;
  /** Chance that of two deals the later winner got the higher probability; null where all or none were won. */
  readonly areaUnderCurve: number | null;
  /** Mean distance between said and seen over the ten bins. */
  readonly expectedCalibrationError: number;
  /** brier = reliability - resolution + uncertainty, over the ten bins. */
  readonly murphy: { readonly reliability: number; readonly resolution: number; readonly uncertainty: number };
}

/** The model beside the two others, each pair on the forecasts where both said something. */
export interface Comparisons {
  readonly besideStageRate: SameForecasts;
  readonly brierOfStageRate: number | null;
  /** 1 - brier of the model / brier of the other, on the same forecasts; 95 %, clustered by deal. Above 0: better. */
  readonly skillOverStageRate: Estimate;
  /** HubSpot's probability, as an admin typed it for the stage. */
  readonly besideTyped: SameForecasts;
  readonly brierOfTyped: number | null;
  readonly skillOverTyped: Estimate;
}

/** The model on the forecasts on which the other said something too: what its Brier may be held against. */
export interface SameForecasts {
  readonly forecasts: number;
  /** On which the other said nothing: in neither Brier, nor in the skill. */
  readonly leftOut: number;
  readonly brier: number | null;
}

export interface ReliabilityPoint {
  /** Forecasts, and those whose deal was won. */
  readonly n: number;
  readonly won: number;
  readonly deals: number;
  readonly meanForecast: number;
  /**
   * Share that was won. Wilson's interval, for as many trials as rows that repeat deals are worth: `n` of the estimate, never
   * more than there are deals.
   */
  readonly seen: Estimate;
}

/** The forecasts made of deals that were in one stage. */
export interface StageCalibration extends Comparisons {
  readonly stage: StageView;
  readonly forecasts: number;
  readonly deals: number;
  readonly meanForecast: number;
  /** As in `ReliabilityPoint`. */
  readonly seen: Estimate;
  readonly brier: number;
}
