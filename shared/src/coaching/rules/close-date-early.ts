import { days, daysBetween, deals, type Rule } from '../rule.ts';
import { everChances } from '../situation.ts';

export const closeDateEarly: Rule = {
  ruleId: 'close-date-early',
  title: { en: 'Close date too early for this stage', fr: 'Date de clôture trop proche pour cette phase' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 20,
  thresholds: {
    shareOfQuarter: {
      unit: 'share',
      default: 0.5,
      reason: 'A quarter of the wins come before the first quartile; before half of it, few do.',
    },
  },
  remedy: {
    en: 'Check the date with the customer, or move it to where such deals are won.',
    fr: 'Vérifiez la date avec le client, ou placez-la là où de telles transactions sont gagnées.',
  },
  action: 'change-close-date',
  find(deal, limit) {
    const { closeWindow, facts, now, stage } = deal;
    if (facts.closeAt === null || closeWindow === null || closeWindow.kind === 'insufficient') return null;
    const { p25, p50, n } = closeWindow;
    const daysAhead = daysBetween(now, facts.closeAt);
    if (p25.kind !== 'days' || p50.kind !== 'days' || daysAhead < 0) return null;
    if (daysAhead >= limit('shareOfQuarter') * p25.days) return null;
    return {
      message: {
        en: 'The close date is {daysAhead} away. Deals that are won from this point of {stage} need {quarterDays} for the first quarter of them, and {halfDays} for half. This rests on {visits}.',
        fr: 'La date de clôture est dans {daysAhead}. Parmi les transactions gagnées depuis ce point de {stage}, le premier quart demande {quarterDays}, la moitié {halfDays}. D’après {visits}.',
      },
      words: { stage: stage.label },
      evidence: [
        days('daysAhead', daysAhead),
        days('quarterDays', p25.days),
        days('halfDays', p50.days),
        deals('visits', n),
      ],
      n,
      nCounts: 'past-deals',
      worth: 0.05 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
