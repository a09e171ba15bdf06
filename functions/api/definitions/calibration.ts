import type { Bilingual } from '@deal-stage-insights/shared';

export const calibrationDefinitions: readonly Bilingual[] = [
  {
    en: 'How good the chances were that this app gave, once it was known what came.',
    fr: 'Ce que valaient les chances annoncées par cette application, une fois l’issue connue.',
  },
  {
    en: 'Each forecast says how likely a deal is to be won within the horizon, from what was known on its day. It is judged when the horizon has passed.',
    fr: 'Chaque prévision dit la chance qu’une transaction soit gagnée dans l’horizon, avec ce que l’on savait ce jour-là. Elle est jugée une fois l’horizon passé.',
  },
  {
    en: '“Seen” is the share that was won, with Wilson’s interval. Forecasts of one deal repeat each other; the interval counts deals, not rows.',
    fr: '«\u00a0Constaté\u00a0» est la part gagnée, avec l’intervalle de Wilson. Les prévisions d’une même transaction se répètent\u00a0; l’intervalle compte les transactions, pas les lignes.',
  },
  {
    en: 'The Brier score is the mean squared distance between what was said and what came. “Better by” compares it with the other way on the same forecasts, with a 95% interval over deals.',
    fr: 'Le score de Brier est l’écart quadratique moyen entre ce qui était annoncé et ce qui est arrivé. «\u00a0Meilleur de\u00a0» le compare à l’autre méthode sur les mêmes prévisions, avec un intervalle à 95\u00a0% sur les transactions.',
  },
  {
    en: 'Better or worse is said only where the interval leaves zero out.',
    fr: 'Meilleur ou moins bon n’est dit que si l’intervalle exclut zéro.',
  },
];
