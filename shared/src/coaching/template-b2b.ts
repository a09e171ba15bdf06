import { type BilingualTemplate, closedStage, say } from './template.ts';

/** Sales to companies: a long way with meetings, a proposal and a negotiation. */
export const TEMPLATE_B2B: BilingualTemplate = {
  templateId: 'b2b',
  label: say('Sales to companies (B2B)', 'Ventes aux entreprises (B2B)'),
  about: say(
    'From the qualified lead over a discovery meeting and a proposal to the contract.',
    'Du prospect qualifié au contrat, par une réunion de découverte et une proposition.',
  ),
  stages: [
    {
      key: 'qualification',
      role: 'open',
      label: say('Lead qualification', 'Qualification des prospects'),
      expectedDays: 7,
      guide: say(
        'Find out whether need, budget and time fit, and who decides. Close what does not fit.',
        'Vérifiez que le besoin, le budget et le calendrier conviennent, et qui décide. Fermez ce qui ne convient pas.',
      ),
      exitCriteria: [
        { kind: 'contact-associated', atLeast: 1, label: say('A contact is known', 'Un contact est connu') },
        { kind: 'activity-in-stage', label: say('You have spoken with them', 'Vous leur avez parlé') },
      ],
      expectedOutcome: { label: say('The lead fits', 'Le prospect convient'), probability: 0.2 },
    },
    {
      key: 'meeting',
      role: 'open',
      label: say('Meeting scheduled', 'Réunion programmée'),
      expectedDays: 10,
      guide: say(
        'Prepare the meeting: who comes, what they want to see, what you want to know.',
        'Préparez la réunion\u00a0: qui vient, ce qu’ils veulent voir, ce que vous voulez savoir.',
      ),
      exitCriteria: [
        { kind: 'next-activity-planned', label: say('The meeting has a date', 'La réunion a une date') },
        { kind: 'close-date-ahead', label: say('The close date lies ahead', 'La date de clôture est à venir') },
      ],
      expectedOutcome: { label: say('The meeting is agreed', 'La réunion est convenue'), probability: 0.3 },
    },
    {
      key: 'discovery',
      role: 'open',
      label: say('Needs-discovery meeting', 'Réunion de découverte des besoins'),
      expectedDays: 14,
      guide: say(
        'Ask what they want to change, what it is worth to them, and who else has a say.',
        'Demandez ce qu’ils veulent changer, ce que cela vaut pour eux, et qui d’autre a son mot à dire.',
      ),
      exitCriteria: [
        { kind: 'activity-in-stage', label: say('The meeting took place', 'La réunion a eu lieu') },
        {
          kind: 'contact-associated',
          atLeast: 2,
          label: say('A second contact is known', 'Un second contact est connu'),
        },
        { kind: 'amount-set', label: say('The amount is estimated', 'Le montant est estimé') },
      ],
      expectedOutcome: { label: say('The need is understood', 'Le besoin est compris'), probability: 0.45 },
    },
    {
      key: 'proposal',
      role: 'open',
      label: say('Proposal sent', 'Envoi de la proposition'),
      expectedDays: 21,
      guide: say(
        'Present the proposal in person, and agree on when they decide.',
        'Présentez la proposition de vive voix, et convenez de la date de leur décision.',
      ),
      exitCriteria: [
        {
          kind: 'amount-set',
          label: say('The amount is that of the proposal', 'Le montant est celui de la proposition'),
        },
        {
          kind: 'close-date-ahead',
          label: say('The day of the decision is entered', 'Le jour de la décision est saisi'),
        },
        { kind: 'next-activity-planned', label: say('The follow-up is planned', 'La relance est planifiée') },
      ],
      expectedOutcome: { label: say('The proposal is wanted', 'La proposition est voulue'), probability: 0.6 },
    },
    {
      key: 'negotiation',
      role: 'open',
      label: say('Contract negotiation', 'Négociation du contrat'),
      expectedDays: 21,
      guide: say(
        'Know your limits before you speak; write down each point that is agreed.',
        'Connaissez vos limites avant de parler\u00a0; notez chaque point convenu.',
      ),
      exitCriteria: [
        { kind: 'activity-in-stage', label: say('The terms were discussed', 'Les conditions ont été discutées') },
        { kind: 'amount-set', label: say('The amount is the agreed one', 'Le montant est celui qui est convenu') },
      ],
      expectedOutcome: { label: say('The terms are agreed', 'Les conditions sont convenues'), probability: 0.8 },
    },
    closedStage('won', 'won', say('Deal closed', 'Conclusion de l’affaire')),
    closedStage('lost', 'lost', say('Deal lost', 'Affaire perdue')),
  ],
};
