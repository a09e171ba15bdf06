import { finite, flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import { dwellQuantile, estimate } from './decode-estimate.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import { bilingual } from './decode-words.ts';
import {
  FOCUS_SIGNS,
  type FocusCounts,
  type FocusDeal,
  type FocusReport,
  type LostDeal,
  type WinBack,
} from './focus-report.ts';
import { stalledDealFields } from './parse-stalled-report.ts';

const focusDeals = listOf(
  object<FocusDeal>({
    ...stalledDealFields,
    sign: oneOf(...FOCUS_SIGNS),
    usualDays: dwellQuantile,
    winEverLater: estimate,
    lessLater: nullable(finite),
  }),
);
const focusReport = object<FocusReport>({
  ...reportHeadFields,
  headline: bilingual,
  soonDays: finite,
  laterDays: finite,
  counts: object<FocusCounts>({
    open: finite,
    focus: finite,
    withoutAmount: finite,
    calm: finite,
    waiting: finite,
    lateSoon: finite,
    withoutChance: finite,
    parked: finite,
    lost: finite,
  }),
  valueAtStake: finite,
  rows: focusDeals,
  rowsInAll: finite,
  withoutAmount: focusDeals,
  parked: focusDeals,
  winBack: object<WinBack>({
    daysFrom: finite,
    daysTo: finite,
    lostLong: finite,
    reopened: finite,
    won: finite,
    reopenedShare: nullable(estimate),
    wonShare: nullable(estimate),
    headline: bilingual,
  }),
  lost: listOf(
    object<LostDeal>({
      dealId: text,
      name: nullable(text),
      stage: nullable(stageView),
      amount: nullable(finite),
      lostDays: finite,
      isAtLeast: flag,
      reason: nullable(text),
    }),
  ),
});

/** Reads the answer of `GET /v1/pipelines/{id}/focus`; throws a `ContractError` that names the place where it is broken. */
export const parseFocusReport = (input: unknown): FocusReport => focusReport(input, '');
