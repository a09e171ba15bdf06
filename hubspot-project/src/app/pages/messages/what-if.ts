import { type Say, textsHook } from '@deal-stage-insights/ui';

export const whatIfTexts = ({ f, t }: Say) => {
  const nothing = t(': it changes nothing', '\u00a0: rien ne change');
  return {
    title: t('What if', 'Et si'),
    about: t(
      'Arithmetic on the measured pipeline, not a promise. Ranges are not widened by past misses.',
      'Un calcul sur le pipeline mesuré, pas une promesse. Les fourchettes ne sont pas élargies des écarts passés.',
    ),
    kind: t('What changes', 'Ce qui change'),
    kinds: {
      'cut-slow-tail': t('Nobody stays longer in a stage', 'Personne ne reste plus longtemps dans une phase'),
      'lift-conversion': t('Fewer are lost in a stage', 'Moins de pertes dans une phase'),
      'lose-deal': t('A deal is lost', 'Une transaction est perdue'),
    },
    days: t('Days at most', 'Jours au plus'),
    percent: t('Percent of the losses that go on instead', 'Pourcentage des pertes qui avancent plutôt'),
    choose: t('Choose one', 'Choisir'),
    add: t('Add and compute', 'Ajouter et calculer'),
    remove: t('Remove', 'Retirer'),
    changes: {
      'cut-slow-tail': (stage: string, days: number) =>
        t(
          `In ${stage} nobody stays longer than ${f.duration(days)}`,
          `Dans ${stage}, personne au-delà de ${f.duration(days)}`,
        ),
      'lift-conversion': (stage: string, share: number) =>
        t(
          `In ${stage} ${f.percent(share)} of the losses go on instead`,
          `Dans ${stage}, ${f.percent(share)} des pertes avancent`,
        ),
      'lose-deal': (deal: string) => t(`${deal} is lost`, `${deal} est perdue`),
    },
    reasons: {
      applied: (deals: number) =>
        t(`Open deals it touches: ${f.count(deals)}`, `Transactions ouvertes touchées\u00a0: ${f.count(deals)}`),
      'unknown-stage': t('No such stage any more', 'La phase n’existe plus') + nothing,
      'unknown-deal': t('Not an open deal any more', 'Plus une transaction ouverte') + nothing,
      'too-little-known': t('Too little is known there', 'Trop peu connu ici') + nothing,
    },
    failed: t('It could not be computed', 'Le calcul n’a pas pu être fait'),
    before: t('As it is', 'En l’état'),
    after: t('With the changes', 'Avec les changements'),
    difference: t('Difference', 'Écart'),
    parts: {
      total: (days: number) => t(`Won in the next ${f.duration(days)}`, `Gagné dans les ${f.duration(days)} à venir`),
      open: t('Of it from open deals', 'Dont des transactions ouvertes'),
      newBusiness: t('Of it from deals to come', 'Dont de celles à venir'),
    },
    wins: t('Deals won, of those open today', 'Gagnées, parmi celles ouvertes aujourd’hui'),
    chance: t('Chance ever to be won, of a new deal', 'Chance d’être gagnée un jour, pour une nouvelle'),
    chart: (currency: string) =>
      t(`Even odds, in thousand ${currency}`, `Une chance sur deux, en milliers de ${currency}`),
    thousands: t('Thousands', 'Milliers'),
  };
};

export const useWhatIfMessages = textsHook(whatIfTexts);
