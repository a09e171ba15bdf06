import { days, daysBetween, type Rule } from '../rule.ts';
import { everChances } from '../situation.ts';

const title: Rule['title'] = { en: 'Close date has passed', fr: 'Date de clôture dépassée' };
const remedy: Rule['remedy'] = {
  en: 'Ask the customer for the date that holds now, and enter it.',
  fr: 'Demandez au client la date qui vaut maintenant, et saisissez-la.',
};

const PASSED_DAYS = 1;

/** As `silenceStep`. */
export const passedStep = { title, remedy, days: PASSED_DAYS };

export const closeDatePassed: Rule = {
  ruleId: 'close-date-passed',
  title,
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    daysPassed: {
      unit: 'days',
      default: PASSED_DAYS,
      reason: 'A close date is a day: it has passed when that day is over.',
    },
  },
  remedy,
  action: 'change-close-date',
  find(deal, limit) {
    const { closeAt } = deal.facts;
    if (closeAt === null) return null;
    const passed = daysBetween(closeAt, deal.now);
    if (passed < limit('daysPassed')) return null;
    return {
      message: {
        en: 'The close date passed {daysPassed} ago.',
        fr: 'La date de clôture est dépassée depuis {daysPassed}.',
      },
      evidence: [days('daysPassed', Math.floor(passed))],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.1 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
