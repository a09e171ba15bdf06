import type { Bilingual } from '@deal-stage-insights/shared';

export const stagesDefinitions: readonly Bilingual[] = [
  {
    en: 'How long deals stay in each stage, where they go from there, and how many of them are won.',
    fr: 'Combien de temps les transactions restent dans chaque phase, où elles vont ensuite et combien sont gagnées.',
  },
  {
    en: 'Time in a stage counts every visit. One that is still running counts as “at least this long” (Kaplan-Meier): leaving it out would make every stage look faster than it is.',
    fr: 'Le temps dans une phase compte chaque passage. Un passage en cours compte comme «\u00a0au moins aussi long\u00a0» (Kaplan-Meier)\u00a0: l’écarter ferait paraître chaque phase plus rapide qu’elle ne l’est.',
  },
  {
    en: 'Under each figure stand its interval and how many visits it rests on. With too few of its own, a stage’s times and chances are drawn towards the pipeline’s other open stages, or, where none of these has enough either, towards stages at the same place in the other pipelines, and say so. Where there is nothing to draw from, there is no figure at all.',
    fr: 'Sous chaque chiffre figurent son intervalle et le nombre de passages sur lesquels il repose. Si une phase en a trop peu, ses durées et ses chances se rapprochent des autres phases ouvertes du pipeline ou, si aucune n’en a assez, des phases à la même place dans les autres pipelines, et le disent. Là où il n’y a rien dont se rapprocher, il n’y a pas de chiffre.',
  },
  {
    en: '“Go on”, “lost” and “no exit ever seen” are shares of all visits by the longest time that was observed; visits that went back or to another pipeline are the rest (Aalen-Johansen).',
    fr: '«\u00a0Avancent\u00a0», «\u00a0perdues\u00a0» et «\u00a0jamais vues partir\u00a0» sont des parts de tous les passages à la plus longue durée observée\u00a0; le reste est revenu en arrière ou parti vers un autre pipeline (Aalen-Johansen).',
  },
  {
    en: 'The chance to be won follows a deal from its entry into the stage over everything that may come. Deals whose fate was never seen count as not won.',
    fr: 'La chance d’être gagnée suit la transaction depuis son entrée dans la phase, à travers tout ce qui peut suivre. Celles dont on n’a jamais vu l’issue comptent comme non gagnées.',
  },
  {
    en: 'How many go on has three answers, of the deals that first came to the stage in the period: by every stage before and to the very next one; by any way to any later stage or the win; and the latter as it will be once those that still wait have ended like the others. The first two count those that wait as not gone on.',
    fr: 'Combien vont plus loin a trois réponses, pour les transactions arrivées pour la première fois dans la phase pendant la période\u00a0: par toutes les phases précédentes et jusqu’à la toute suivante\u00a0; par n’importe quel chemin vers une phase ultérieure ou le gain\u00a0; et cette dernière telle qu’elle sera quand celles qui attendent auront fini comme les autres. Les deux premières comptent celles qui attendent comme n’étant pas allées plus loin.',
  },
  {
    en: 'A bottleneck is a stage that clearly became slower, or lost more, than in the period before, after correction for all stages and both questions. A stage that takes less than one hundredth of the deals’ time is none by being slower. The average of days stops at 90.',
    fr: 'Un goulot est une phase nettement plus lente, ou qui perd nettement plus, que dans la période précédente, après correction pour toutes les phases et les deux questions. Une phase qui prend moins d’un centième du temps des transactions n’en est pas un pour sa lenteur. La moyenne des jours s’arrête à 90.',
  },
  {
    en: 'Of few chosen deals (one owner, source, deal type or amount band) too little is known by themselves. “The chosen deals alone” tells how many of their visits led on and how fast they left, drawn towards all deals of the stage by as much as they lack visits, and names whose visits that rests on.',
    fr: 'De quelques transactions choisies (un propriétaire, une origine, un type ou une tranche de montant), on sait trop peu à elles seules. «\u00a0Les transactions choisies seules\u00a0» dit combien de leurs passages ont avancé et à quel rythme, en se rapprochant de toutes les transactions de la phase d’autant plus qu’il leur manque des passages, et nomme ceux sur lesquels cela repose.',
  },
  {
    en: 'What is typed in HubSpot is called too high or too low where it lies outside the interval of what was measured.',
    fr: 'La valeur saisie dans HubSpot est dite trop haute ou trop basse lorsqu’elle sort de l’intervalle mesuré.',
  },
];
