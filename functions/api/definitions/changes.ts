import type { Bilingual } from '@deal-stage-insights/shared';

export const changesDefinitions: readonly Bilingual[] = [
  {
    en: 'The open pipeline at the beginning of the period and at its end, and what lies between.',
    fr: 'Le pipeline ouvert au début et à la fin de la période, et ce qui s’est passé entre les deux.',
  },
  {
    en: 'The open pipeline at the beginning of the period plus all steps is the open pipeline at its end, to the cent, for each of the three measures.',
    fr: 'Le pipeline ouvert au début de la période plus tous les pas donne le pipeline ouvert à sa fin, au centime près, pour chacune des trois mesures.',
  },
  {
    en: 'Amount × chance uses today’s model for both ends, at the stage and age of each: so what changes is the deals, and not the opinion of them.',
    fr: 'Montant × chance emploie le modèle d’aujourd’hui aux deux bouts, à la phase et à l’âge de chacun\u00a0: ce qui change, ce sont les transactions, pas l’avis sur elles.',
  },
  {
    en: 'A deal may be in several steps: one that moved on and was raised is in both. A moved close date is counted, and changes no sum.',
    fr: 'Une transaction peut être dans plusieurs pas\u00a0: avancée et relevée, elle est dans les deux. Une date de clôture déplacée est comptée, sans changer aucune somme.',
  },
];
