import type { Bilingual } from '@deal-stage-insights/shared';

export const stalledDefinitions: readonly Bilingual[] = [
  {
    en: 'The open deals that have stayed too long, by what is at stake, with a reason and a next step each.',
    fr: 'Les transactions ouvertes restées trop longtemps, selon ce qui est en jeu, avec un motif et une suite pour chacune.',
  },
  {
    en: 'A deal is stalled when its chance to be won has fallen far below what it was on entering the stage, or, where chances are not known well enough, when it has stayed longer than nearly all deals that went on.',
    fr: 'Une transaction est à l’arrêt quand sa chance d’être gagnée est tombée bien en dessous de celle à son entrée dans la phase ou, si les chances sont trop mal connues, quand elle y est depuis plus longtemps que presque toutes celles qui ont avancé.',
  },
  {
    en: 'Value at stake is the amount times the chance ever to be won: what is still to be had, and may be lost.',
    fr: 'La valeur en jeu est le montant fois la chance d’être gagnée un jour\u00a0: ce qui reste à prendre, et peut se perdre.',
  },
  {
    en: 'Verdicts are those of the cards and rest on the whole pipeline, whatever the filters. Parked stages wait with reason and are left out.',
    fr: 'Les verdicts sont ceux des fiches et reposent sur tout le pipeline, quels que soient les filtres. Les phases en attente n’y sont pas.',
  },
  {
    en: 'Deals of which somebody said on their card that they wait with reason are shown as waiting until that day, and neither counted nor ranked as stalled.',
    fr: 'Les transactions dont quelqu’un a dit sur leur fiche qu’elles attendent avec raison sont montrées comme en attente jusqu’à ce jour, et ni comptées ni classées comme à l’arrêt.',
  },
  {
    en: 'The flag is judged by the past beside simpler rules: how many flagged deals were lost, and how many of the won were flagged in vain.',
    fr: 'Le signal est jugé sur le passé, à côté de règles plus simples\u00a0: combien de signalées furent perdues, et combien de gagnées le furent en vain.',
  },
];
