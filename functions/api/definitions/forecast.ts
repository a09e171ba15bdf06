import type { Bilingual } from '@deal-stage-insights/shared';

export const forecastDefinitions: readonly Bilingual[] = [
  {
    en: 'What will be won by when, how sure that is, and how earlier forecasts fared.',
    fr: 'Ce qui sera gagné et quand, avec quelle certitude, et ce que valaient les prévisions passées.',
  },
  {
    en: 'What was won, what today’s open deals may still bring, and what deals may bring that do not exist yet, added up.',
    fr: 'Ce qui est gagné, ce que les transactions ouvertes peuvent encore apporter et ce qu’apporteront celles qui n’existent pas encore, additionnés.',
  },
  {
    en: 'Each open deal counts with the measured chance of its stage and age, many times over by chance; deals of a quarter rise and fall together a little. The range leaves out the lowest and the highest tenth.',
    fr: 'Chaque transaction ouverte compte avec la chance mesurée de sa phase et de son âge, tirée un grand nombre de fois\u00a0; celles d’un même trimestre montent et descendent un peu ensemble. La fourchette écarte le dixième le plus bas et le plus haut.',
  },
  {
    en: 'The range is widened by as much as past forecasts missed.',
    fr: 'La fourchette est élargie d’autant que les prévisions passées se sont trompées.',
  },
  {
    en: 'Wins wait for the end of the quarter where clearly more than an even share of them comes in its last two weeks, and more than growth alone would bring there, over the whole fiscal quarters of two years.',
    fr: 'Les gains attendent la fin du trimestre si nettement plus que leur part égale vient dans ses deux dernières semaines, et plus que la croissance seule n’y en amènerait, sur les trimestres fiscaux entiers de deux ans.',
  },
  {
    en: 'Amounts are in the company’s currency. Deals without an amount or a rate are counted, never guessed.',
    fr: 'Les montants sont dans la devise de l’entreprise. Les transactions sans montant ou sans taux sont comptées, jamais devinées.',
  },
];
