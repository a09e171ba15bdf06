import { type Say, textsHook } from '@deal-stage-insights/ui';

export const changesTexts = ({ t }: Say) => ({
  headline: (before: string, after: string) =>
    t(`The open pipeline went from ${before} to ${after}.`, `Le pipeline ouvert est passé de ${before} à ${after}.`),
  most: (step: string, value: string) =>
    t(`What changed it most: ${step} (${value}).`, `Ce qui l’a le plus changé\u00a0: ${step} (${value}).`),
  same: t('Nothing changed it.', 'Rien ne l’a changé.'),
  measure: t('Measured by', 'Mesuré en'),
  measures: {
    amount: t('Amount', 'Montant'),
    expected: t('Amount × chance', 'Montant × chance'),
    deals: t('Deals', 'Transactions'),
  },
  atStart: t('Then', 'Avant'),
  level: t('Carried over', 'Reporté'),
  more: t('Added', 'Ajouté'),
  less: t('Taken away', 'Retiré'),
  chart: t('From then to now, step by step', 'D’avant à maintenant, pas à pas'),
  kinds: {
    new: t('New', 'Nouvelles'),
    reopened: t('Reopened', 'Rouvertes'),
    'moved-in': t('From another pipeline', 'D’un autre pipeline'),
    'moved-on': t('Moved on', 'Avancées'),
    'moved-back': t('Moved back', 'Reculées'),
    waited: t('Waited', 'Restées'),
    'amount-up': t('Amount raised', 'Montant relevé'),
    'amount-down': t('Amount lowered', 'Montant baissé'),
    pushed: t('Close date pushed', 'Clôture reportée'),
    'pulled-in': t('Close date pulled in', 'Clôture avancée'),
    won: t('Won', 'Gagnées'),
    lost: t('Lost', 'Perdues'),
    'moved-out': t('To another pipeline', 'Vers un autre pipeline'),
    gone: t('Merged or deleted', 'Fusionnées, supprimées'),
  },
  steps: t('Every step', 'Chaque pas'),
  step: t('What happened', 'Ce qui s’est passé'),
  affected: t('Deals it happened to', 'Transactions touchées'),
  list: t('Deals that changed it most', 'Transactions qui l’ont le plus changé'),
  close: t('Close date', 'Date de clôture'),
  expected: t('Change of amount × chance', 'Écart de montant × chance'),
  fromTo: (from: string, to: string) => (from === to ? from : `${from} → ${to}`),
});

export const useChangesMessages = textsHook(changesTexts);
