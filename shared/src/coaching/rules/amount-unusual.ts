import { deals, money, type Rule } from '../rule.ts';

export const amountUnusual: Rule = {
  ruleId: 'amount-unusual',
  title: { en: 'Amount far from usual', fr: 'Montant inhabituel' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 30,
  thresholds: {
    timesMedian: {
      unit: 'times',
      default: 10,
      reason: 'Ten times the median, or a tenth of it, is a zero too many or too few more often than a deal.',
    },
  },
  remedy: {
    en: 'Check the amount and its currency; if both are right, there is nothing to do.',
    fr: 'Vérifiez le montant et sa devise\u00a0; si les deux sont justes, il n’y a rien à faire.',
  },
  action: 'check-amount',
  find({ facts, figures }, limit) {
    const amount = facts.amount?.amount ?? 0;
    const usual = figures?.amounts ?? null;
    if (usual === null || !(amount > 0)) return null;
    const factor = limit('timesMedian');
    if (amount <= factor * usual.median && amount * factor >= usual.median) return null;
    return {
      message: {
        en: 'The amount is {amount}; half of {closedDeals} that closed here were below {median}.',
        fr: 'Le montant est de {amount}\u00a0; la moitié des {closedDeals} closes ici étaient au-dessous de {median}.',
      },
      evidence: [money('amount', amount), deals('closedDeals', usual.n), money('median', usual.median)],
      n: usual.n,
      nCounts: 'past-deals',
      worth: 0.01,
    };
  },
};
