import { type BilingualTemplate, closedStage, say } from './template.ts';

/** Sales to people: short, with a state beside the way, and one after the win. */
export const TEMPLATE_B2C: BilingualTemplate = {
  templateId: 'b2c',
  label: say('Sales to people (B2C)', 'Ventes aux particuliers (B2C)'),
  about: say(
    'From the captured lead to the purchase. An abandoned cart waits beside the way, and the follow-up comes after the win.',
    'Du lead capturé à l’achat. Un panier abandonné attend à côté du chemin, et le suivi vient après la vente.',
  ),
  stages: [
    {
      key: 'lead',
      role: 'open',
      label: say('Lead captured', 'Lead capturé'),
      expectedDays: 1,
      guide: say(
        'Check that the address is real, and greet them.',
        'Vérifiez que l’adresse est réelle, et saluez la personne.',
      ),
      exitCriteria: [
        { kind: 'contact-associated', atLeast: 1, label: say('A contact is known', 'Un contact est connu') },
      ],
      expectedOutcome: { label: say('The lead may be written to', 'On peut écrire au lead'), probability: 0.1 },
    },
    {
      key: 'welcome',
      role: 'open',
      label: say('Welcome e-mail sent', 'Envoi d’un courriel de bienvenue'),
      expectedDays: 5,
      guide: say(
        'Offer one next step: a demo, or a look at the shop.',
        'Proposez une seule étape\u00a0: une démonstration, ou un tour de la boutique.',
      ),
      exitCriteria: [{ kind: 'activity-in-stage', label: say('They have answered', 'La personne a répondu') }],
      expectedOutcome: { label: say('They want to see more', 'La personne veut en voir plus'), probability: 0.2 },
    },
    {
      key: 'demo',
      role: 'open',
      label: say('Product demo completed', 'Démonstration du produit terminée'),
      expectedDays: 4,
      guide: say('Send what was asked for on the same day.', 'Envoyez le jour même ce qui a été demandé.'),
      exitCriteria: [{ kind: 'amount-set', label: say('The amount is known', 'Le montant est connu') }],
      expectedOutcome: { label: say('They want to buy', 'La personne veut acheter'), probability: 0.5 },
    },
    {
      key: 'cart',
      role: 'parked',
      label: say('Cart abandoned', 'Panier abandonné'),
      expectedDays: 14,
      guide: say(
        'Remind once, help with what stopped them, then let it rest.',
        'Rappelez une fois, aidez sur ce qui les a arrêtés, puis laissez reposer.',
      ),
      exitCriteria: [],
      expectedOutcome: { label: say('The cart is taken up again', 'Le panier est repris'), probability: 0.3 },
    },
    closedStage('purchase', 'won', say('Purchase completed', 'Achat terminé')),
    {
      ...closedStage('follow-up', 'post-win', say('Post-purchase follow-up', 'Suivi après l’achat')),
      guide: say(
        'Ask how it goes, and offer what completes the purchase.',
        'Demandez comment cela va, et proposez ce qui complète l’achat.',
      ),
    },
    closedStage('lost', 'lost', say('Lead lost', 'Lead perdu')),
  ],
};
