import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  segments: {
    title: 'Segments',
    about: 'Up to five deal properties of your own that reports can be filtered by.',
    none: 'No segment yet.',
    add: 'Add a segment',
    remove: (place: number) => `Remove segment ${f.count(place)}`,
    property: (place: number) => `Segment ${f.count(place)}: internal name of the property`,
    label: (place: number) => `Segment ${f.count(place)}: what readers see`,
  },
  testDeals: {
    title: 'Test deals',
    about: 'Deals that match any of these are in no figure. Upper and lower case are the same.',
    none: 'No filter: every deal counts.',
    add: 'Add a filter',
    remove: (place: number) => `Remove filter ${f.count(place)}`,
    property: (place: number) => `Filter ${f.count(place)}: internal name of the property`,
    match: (place: number) => `Filter ${f.count(place)}: which`,
    matches: { is: 'Is one of', contains: 'Contains one of' },
    values: (place: number) => `Filter ${f.count(place)}: values, with commas between them`,
  },
  erase: {
    title: 'Erase for good',
    about:
      'What is erased here is gone from this backend and cannot be brought back. HubSpot itself keeps what it has. To only leave deals out of figures, use a filter of test deals.',
    scope: 'Erase',
    scopes: { deal: 'One deal', user: 'What is known of one user', portal: 'Everything of this account' },
    named: { deal: 'Id of the deal', user: 'E-mail address or HubSpot user id', portal: 'Id of this account' },
    namedNote: {
      deal: 'The number in the address of its record.',
      user: 'As it stands in these settings.',
      portal: 'Write the account’s own id, so that nobody erases everything by mistake.',
    },
    next: 'Go on',
    warning: {
      title: 'This cannot be undone',
      deal: (id: string) =>
        `Deal ${id} disappears from every card and figure at once, and its traces in older figures within the hour. It stays away, also if HubSpot tells of it again.`,
      user: (user: string) =>
        `${user} is taken out of the settings and out of what was noted of changes. The deals of this person stay.`,
      portal: (id: string) =>
        `All deals, figures, forecasts and settings of account ${id} are erased. Every screen is empty from then on, and the history that HubSpot itself no longer has is lost.`,
    },
    erase: 'Erase for good',
    keep: 'Keep it',
    underWay: 'Erasing',
    since: (moment: string) => `Asked for ${moment}. What is left in older figures goes within the hour.`,
    done: 'Erased',
    removed: (items: number) => `${f.count(items)} ${f.plural(items, { one: 'entry', other: 'entries' })} removed.`,
    failed: 'Nothing was erased',
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  segments: {
    title: 'Segmentation',
    about: 'Jusqu’à cinq propriétés de transaction à vous, par lesquelles les rapports peuvent être filtrés.',
    none: 'Aucun segment pour l’instant.',
    add: 'Ajouter un segment',
    remove: (place) => `Retirer le segment ${f.count(place)}`,
    property: (place) => `Segment ${f.count(place)}\u00a0: nom interne de la propriété`,
    label: (place) => `Segment ${f.count(place)}\u00a0: ce que voient les lecteurs`,
  },
  testDeals: {
    title: 'Transactions d’essai',
    about:
      'Les transactions qui répondent à l’un de ces filtres n’entrent dans aucun chiffre. Majuscules et minuscules se valent.',
    none: 'Aucun filtre\u00a0: toutes les transactions comptent.',
    add: 'Ajouter un filtre',
    remove: (place) => `Retirer le filtre ${f.count(place)}`,
    property: (place) => `Filtre ${f.count(place)}\u00a0: nom interne de la propriété`,
    match: (place) => `Filtre ${f.count(place)}\u00a0: laquelle`,
    matches: { is: 'Est l’une de', contains: 'Contient l’une de' },
    values: (place) => `Filtre ${f.count(place)}\u00a0: valeurs, séparées par des virgules`,
  },
  erase: {
    title: 'Effacer définitivement',
    about:
      'Ce qui est effacé ici disparaît de ce serveur et ne peut pas revenir. HubSpot garde ce qu’il a. Pour seulement laisser des transactions hors des chiffres, utilisez un filtre de transactions d’essai.',
    scope: 'Effacer',
    scopes: {
      deal: 'Une transaction',
      user: 'Ce qui est connu d’un utilisateur',
      portal: 'Tout ce qui concerne ce compte',
    },
    named: {
      deal: 'Identifiant de la transaction',
      user: 'Adresse e-mail ou identifiant d’utilisateur HubSpot',
      portal: 'Identifiant de ce compte',
    },
    namedNote: {
      deal: 'Le nombre dans l’adresse de sa fiche.',
      user: 'Tel qu’il figure dans ces réglages.',
      portal: 'Écrivez l’identifiant du compte, pour que personne n’efface tout par erreur.',
    },
    next: 'Continuer',
    warning: {
      title: 'Cela ne peut pas être annulé',
      deal: (id) =>
        `La transaction ${id} disparaît aussitôt de toutes les cartes et de tous les chiffres, et ses traces dans les chiffres plus anciens dans l’heure. Elle reste à l’écart, même si HubSpot en parle de nouveau.`,
      user: (user) =>
        `${user} est retiré des réglages et de ce qui a été noté des modifications. Les transactions de cette personne restent.`,
      portal: (id) =>
        `Toutes les transactions, tous les chiffres, prévisions et réglages du compte ${id} sont effacés. Tous les écrans sont alors vides, et l’historique que HubSpot n’a plus lui-même est perdu.`,
    },
    erase: 'Effacer définitivement',
    keep: 'Garder',
    underWay: 'Effacement en cours',
    since: (moment) => `Demandé le ${moment}. Ce qui reste dans des chiffres plus anciens disparaît dans l’heure.`,
    done: 'Effacé',
    removed: (items) => `${f.count(items)} ${f.plural(items, { one: 'élément retiré', other: 'éléments retirés' })}.`,
    failed: 'Rien n’a été effacé',
  },
});

export const dealsCatalogues = { en, fr };
export const useDealsMessages = messagesHook(dealsCatalogues);
