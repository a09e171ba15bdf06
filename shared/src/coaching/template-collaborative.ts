import { type BilingualTemplate, closedStage, say } from './template.ts';

/** Collaborative selling: stages named after what both sides do, each with its outcome. */
export const TEMPLATE_COLLABORATIVE: BilingualTemplate = {
  templateId: 'collaborative',
  label: say('Collaborative selling', 'Vente collaborative'),
  about: say(
    'Few, large deals. Stages say what both sides do together, and what comes of it.',
    'Peu de grandes affaires. Les phases disent ce que les deux côtés font ensemble, et ce qu’il en sort.',
  ),
  stages: [
    {
      key: 'understand',
      role: 'open',
      label: say('Understand the company’s needs', 'Comprendre les besoins de l’entreprise'),
      expectedDays: 21,
      guide: say(
        'Listen to everybody who will work with it; write their needs down in their words.',
        'Écoutez tous ceux qui travailleront avec\u00a0; notez leurs besoins avec leurs mots.',
      ),
      exitCriteria: [
        { kind: 'activity-in-stage', label: say('You have met', 'Vous vous êtes rencontrés') },
        { kind: 'contact-associated', atLeast: 2, label: say('Two contacts are known', 'Deux contacts sont connus') },
      ],
      expectedOutcome: { label: say('The needs are written down', 'Les besoins sont notés'), probability: 0.3 },
    },
    {
      key: 'expectations',
      role: 'open',
      label: say('Set mutual expectations', 'Définir les attentes mutuelles'),
      expectedDays: 21,
      guide: say(
        'Agree on what each side does by when, and how both will know that it works.',
        'Convenez de ce que chacun fait et quand, et de ce qui montrera que cela marche.',
      ),
      exitCriteria: [
        { kind: 'amount-set', label: say('The frame of the budget is known', 'Le cadre du budget est connu') },
        { kind: 'close-date-ahead', label: say('The common plan has an end', 'Le plan commun a une fin') },
        {
          kind: 'next-activity-planned',
          label: say('The next meeting is planned', 'La prochaine réunion est planifiée'),
        },
      ],
      expectedOutcome: { label: say('Both expect the same', 'Les attentes sont partagées'), probability: 0.5 },
    },
    {
      key: 'solution',
      role: 'open',
      label: say('Finalise the solution', 'Finaliser la solution'),
      expectedDays: 28,
      guide: say(
        'Shape the solution with those who will use it, and show it to those who decide.',
        'Façonnez la solution avec ceux qui l’utiliseront, et montrez-la à ceux qui décident.',
      ),
      exitCriteria: [
        {
          kind: 'contact-associated',
          atLeast: 3,
          label: say('Those who decide are known', 'Ceux qui décident sont connus'),
        },
        { kind: 'activity-in-stage', label: say('The solution was shown', 'La solution a été montrée') },
      ],
      expectedOutcome: { label: say('Solution finalised', 'Solution finalisée'), probability: 0.7 },
    },
    {
      key: 'agreement',
      role: 'open',
      label: say('Finalise the agreement', 'Finaliser l’accord'),
      expectedDays: 14,
      guide: say(
        'Go through the agreement line by line together; leave nothing for later.',
        'Parcourez l’accord ensemble, ligne par ligne\u00a0; ne laissez rien pour plus tard.',
      ),
      exitCriteria: [
        { kind: 'amount-set', label: say('The amount is the agreed one', 'Le montant est celui qui est convenu') },
        { kind: 'close-date-ahead', label: say('The day of signing is entered', 'Le jour de la signature est saisi') },
      ],
      expectedOutcome: { label: say('Agreement finalised', 'Accord finalisé'), probability: 0.9 },
    },
    closedStage('won', 'won', say('Working together', 'Travail en commun')),
    closedStage('lost', 'lost', say('No agreement', 'Pas d’accord')),
  ],
};
