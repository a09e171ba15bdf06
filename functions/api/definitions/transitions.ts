import type { Bilingual } from '@deal-stage-insights/shared';

export const transitionsDefinitions: readonly Bilingual[] = [
  {
    en: 'Where deals went from each stage, what coming back cost, and where and why they were lost.',
    fr: 'Où vont les transactions depuis chaque phase, ce que coûtent les retours, et où et pourquoi elles sont perdues.',
  },
  {
    en: 'A move counts in the period in which the deal left the stage. A deal that moved twice counts twice.',
    fr: 'Un mouvement compte dans la période où la transaction a quitté la phase. Une transaction passée deux fois compte deux fois.',
  },
  {
    en: 'Under each share stand its 80% interval and how many moves it rests on. Too few, and there is no share.',
    fr: 'Sous chaque part figurent son intervalle à 95\u00a0% et le nombre de mouvements. S’il y en a trop peu, il n’y a pas de part.',
  },
  {
    en: '“Again” means that the deal had been in that stage before. The days are those of these repeated stays within the period, also of stays that still run.',
    fr: '«\u00a0Revue\u00a0» veut dire que la transaction avait déjà été dans cette phase. Les jours sont ceux de ces séjours répétés dans la période, même en cours.',
  },
  {
    en: 'The reason of a loss is the one in the record now: HubSpot keeps no history of it. Reasons are what people typed, not causes.',
    fr: 'Le motif d’une perte est celui de la fiche aujourd’hui\u00a0: HubSpot n’en garde pas l’historique. Les motifs sont ce que l’on a saisi, pas des causes.',
  },
  {
    en: 'The last stage is the last one in which the deal was open, not where the loss was recorded.',
    fr: 'La dernière phase est la dernière où la transaction était ouverte, non celle où la perte a été notée.',
  },
  {
    en: 'A row is the stage that was left, a column where the deal went. The percentage is of all moves out of that stage; the number below leads to the deals.',
    fr: 'Une ligne est la phase quittée, une colonne là où la transaction est allée. Le pourcentage porte sur tous les départs de la phase\u00a0; le nombre dessous mène aux transactions.',
  },
];
