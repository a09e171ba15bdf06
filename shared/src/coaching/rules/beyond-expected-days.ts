import { days, type Rule } from '../rule.ts';
import { everChances } from '../situation.ts';

export const beyondExpectedDays: Rule = {
  ruleId: 'beyond-expected-days',
  title: { en: 'Longer than the team expects', fr: 'Plus long que prévu par l’équipe' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    timesExpected: {
      unit: 'times',
      default: 1.5,
      reason: 'Expected days are a rule of thumb: half as long again is no longer within it.',
    },
  },
  remedy: {
    en: 'Look at the guide of this stage: which of its steps has not been done?',
    fr: 'Regardez le guide de cette phase\u00a0: quelle étape n’est pas encore faite\u00a0?',
  },
  action: 'create-task',
  find(deal, limit) {
    const { stage, ageDays, exitCriteria } = deal;
    const expected = exitCriteria?.expectedDays ?? null;
    if (expected === null || !(ageDays > limit('timesExpected') * expected)) return null;
    return {
      message: {
        en: 'In {stage} for {ageDays}; the team expects {expectedDays} there.',
        fr: 'En {stage} depuis {ageDays}\u00a0; l’équipe y prévoit {expectedDays}.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays), days('expectedDays', expected)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.1 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
