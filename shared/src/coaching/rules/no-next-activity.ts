import { days, type Rule } from '../rule.ts';
import { everChances, isActivityPlanned } from '../situation.ts';

const title: Rule['title'] = { en: 'Nothing planned', fr: 'Rien de prévu' };
const remedy: Rule['remedy'] = {
  en: 'Plan the next call or meeting now, while the last one is remembered.',
  fr: 'Planifiez dès maintenant le prochain appel ou rendez-vous, tant que le dernier est en mémoire.',
};

const UNPLANNED_DAYS = 2;

/** As `silenceStep`. */
export const unplannedStep = { title, remedy, days: UNPLANNED_DAYS };

export const noNextActivity: Rule = {
  ruleId: 'no-next-activity',
  title,
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    ageDays: {
      unit: 'days',
      default: UNPLANNED_DAYS,
      reason: 'Two days are time enough to plan what comes next in a stage.',
    },
  },
  remedy,
  action: 'plan-activity',
  find(deal, limit) {
    const { ageDays, stage } = deal;
    if (isActivityPlanned(deal) || ageDays < limit('ageDays')) return null;
    return {
      message: {
        en: 'The deal has been in {stage} for {ageDays}, and no activity is planned.',
        fr: 'La transaction est en {stage} depuis {ageDays}, et aucune activité n’est prévue.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.2 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
