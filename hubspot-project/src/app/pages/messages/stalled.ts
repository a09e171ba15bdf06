import { type Say, textsHook } from '@deal-stage-insights/ui';

export const stalledTexts = ({ f, t }: Say) => ({
  headline: (deals: number, atStake: string) =>
    t(
      `Stalled deals: ${f.count(deals)}. By their chances ${atStake} can still be won of them.`,
      `Transactions à l’arrêt\u00a0: ${f.count(deals)}. Selon leurs chances, ${atStake} peuvent encore en être gagnés.`,
    ),
  none: t('No open deal is stalled.', 'Aucune transaction ouverte n’est à l’arrêt.'),
  verdicts: {
    stalled: t('Stalled', 'À l’arrêt'),
    onTrack: t('On track', 'En bonne voie'),
    waiting: t('Waiting with reason', 'En attente, avec raison'),
    unjudged: t('Too little known to say', 'Trop peu connu pour dire'),
  },
  amount: t('Stalled amount', 'Montant à l’arrêt'),
  atStake: t('Value at stake', 'Valeur en jeu'),
  chart: {
    title: t('Open deals by stage', 'Transactions ouvertes par phase'),
    others: t('Not stalled', 'Non à l’arrêt'),
  },
  open: t('Open deals', 'Ouvertes'),
  list: t('Where to look first', 'Où regarder d’abord'),
  age: t('In the stage for', 'Dans la phase depuis'),
  atLeast: (age: string) => t(`at least ${age}`, `au moins ${age}`),
  of: (amount: string) => t(`of ${amount}`, `sur ${amount}`),
  chance: t('Chance to be won', 'Chance d’être gagnée'),
  waitsFor: t('What it waits for', 'Ce qu’elle attend'),
  why: t('Why, and what next', 'Pourquoi, et la suite'),
  contact: (day: string) => t(`Last contact ${day}`, `Dernier contact le ${day}`),
  activity: (day: string) => t(`Next activity ${day}`, `Prochaine activité le ${day}`),
  close: (day: string) => t(`Close date ${day}`, `Date de clôture le ${day}`),
  quality: {
    title: t('What this flag was worth in the past', 'Ce que valait ce signal par le passé'),
    about: (rows: number, unresolved: number) =>
      t(
        `On ${f.count(rows)} past looks at deals whose end is known by now; ${f.count(unresolved)} without a known end are left out.`,
        `Sur ${f.count(rows)} regards passés sur des transactions dont la fin est connue\u00a0; ${f.count(unresolved)} sans fin connue sont écartés.`,
      ),
    rule: t('Rule', 'Règle'),
    flagged: t('Flagged', 'Signalées'),
    precision: t('Lost, of the flagged', 'Perdues, des signalées'),
    caught: t('Flagged, of the lost', 'Signalées, des perdues'),
    false: t('Flagged, of the won', 'Signalées, des gagnées'),
    lead: t('Half flagged this long before', 'Signalées avant, pour la moitié'),
  },
});

export const useStalledMessages = textsHook(stalledTexts);
