import { type Say, textsHook } from '@deal-stage-insights/ui';

export const hygieneTexts = ({ f, t, many }: Say) => ({
  score: (points: string) =>
    t(
      `Hygiene score: ${points} of 100; at 100 nothing was found`,
      `Note d’hygiène\u00a0: ${points} sur 100\u00a0; à 100, rien n’a été trouvé`,
    ),
  nothing: t('There is nothing to look at in this period.', 'Il n’y a rien à examiner dans cette période.'),
  clean: t('Nothing was found.', 'Rien n’a été trouvé.'),
  worst: (fault: string, points: number) =>
    t(
      `What costs the most: ${fault} (${f.decimal(points)} points).`,
      `Ce qui coûte le plus\u00a0: ${fault} (${f.decimal(points)} points).`,
    ),
  looked: (moves: number, open: number) =>
    t(
      `Moves looked at: ${f.count(moves)}. Open deals: ${f.count(open)}.`,
      `Mouvements examinés\u00a0: ${f.count(moves)}. Transactions ouvertes\u00a0: ${f.count(open)}.`,
    ),
  chart: t('Points that each fault costs', 'Points que coûte chaque défaut'),
  faults: t('What was looked for', 'Ce qui a été cherché'),
  fault: t('Fault', 'Défaut'),
  points: t('Points', 'Points perdus'),
  ofPoints: (points: number) => t(`of at most ${f.decimal(points)}`, `sur ${f.decimal(points)} au plus`),
  found: t('Found', 'Trouvés'),
  of: {
    moves: (n: number) => t(`of ${many(n, 'move', 'moves')}`, `sur ${many(n, 'mouvement', 'mouvements')}`),
    deals: (n: number) => t(`of ${many(n, 'open deal', 'open deals')}`, `sur ${many(n, 'ouverte', 'ouvertes')}`),
  },
  amount: t('Amount, of the open ones', 'Montant, des ouvertes'),
  asNow: t('As it is now: no history is kept of it.', 'État actuel\u00a0: aucun historique n’en est gardé.'),
  distorts: t(
    'Makes stage figures unsure: see the effects.',
    'Rend les chiffres de phases moins sûrs\u00a0: voir les effets.',
  ),
  effects: {
    title: t('What faulty records do to the figures', 'Ce que les défauts font aux chiffres'),
    areLost: t('Are lost', 'Sont perdues'),
    all: t('With all records', 'Avec toutes les fiches'),
    withoutFaulty: t('Without the faulty ones', 'Sans les fautives'),
    left: t('Visits left out', 'Passages écartés'),
  },
  cases: {
    title: t('The newest cases', 'Les cas les plus récents'),
    at: t('When', 'Quand'),
  },
});

export const useHygieneMessages = textsHook(hygieneTexts);
