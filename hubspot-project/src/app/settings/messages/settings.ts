import { type Formats, messagesHook } from '@deal-stage-insights/ui';
import type { FieldFault } from '@deal-stage-insights/shared';
import type { Fault } from '../edit/faults.ts';

const en = (f: Formats) => ({
  groups: {
    health: 'Health',
    stages: 'Stages',
    time: 'Time and targets',
    actions: 'Actions taken',
    deals: 'Deals',
    hints: 'Hints',
    people: 'People',
    erase: 'Erase',
  },
  save: 'Save',
  saved: 'Saved',
  undo: 'Undo changes',
  saveTitle: 'Not saved',
  reload: 'Load what is saved now',
  fixFirst: 'Mend the marked fields first.',
  faultText: (fault: Fault): string => {
    switch (fault.kind) {
      case 'empty':
        return 'Write something here, or remove the line.';
      case 'twice':
        return 'This one is listed already.';
      case 'property':
        return 'HubSpot’s internal name of the property: small letters, digits and underscores.';
      case 'user':
        return 'An e-mail address, or the number of a HubSpot user.';
      case 'days':
        return 'Days as YYYY-MM-DD, for example 2026-12-25.';
      case 'month':
        return 'A month as YYYY-MM, for example 2026-04.';
      case 'hours':
        return 'Hours as 09:00-17:00; several with commas between them.';
      case 'overlap':
        return 'The hours of a day come in order and do not overlap.';
      case 'chain':
        return 'That stage counts as another one itself: name the one that is counted in the end.';
      case 'horizons':
        return 'One to three horizons, the shortest first, each once.';
      case 'headline':
        return 'Choose one of the horizons above.';
      case 'amount':
        return 'An amount above 0.';
      case 'range':
        return `A number from ${f.decimal(fault.min)} to ${f.count(fault.max)}.`;
      case 'whole':
        return `A whole number from ${f.count(fault.min)} to ${f.count(fault.max)}.`;
      case 'long':
        return `At most ${f.count(fault.max)} characters.`;
    }
  },
  /** The backend says in English what is allowed. */
  refusedText: ({ message }: { readonly code: string; readonly message: string }): string => message,
  visibility: {
    title: 'Visibility and privacy',
    about: 'Who sees the figures of deals and of people.',
    dealInsights: 'A deal’s insights are shown to',
    dealInsightsNote: 'A deal without an owner, or whose owner has left, is shown to all.',
    readers: {
      everyone: 'Everyone who may open the deal',
      team: 'The owner’s team and managers',
      owner: 'The owner and managers',
    },
    namedReps: 'Managers see reps by name',
    on: 'On',
    off: 'Off',
    namedRepsNote: 'Off by default. In some countries named figures need an agreement first. Each look is logged.',
    groupMin: 'Fewest other people in a group',
    groupMinNote: 'Figures of a group are shown only if it has at least this many people besides the reader.',
  },
  managers: {
    title: 'Managers',
    about: 'They see the analytics of their teams. Admins are named when the backend is deployed and see all.',
    none: 'No manager yet: only admins see the analytics.',
    add: 'Add a manager',
    user: (place: number) => `Manager ${f.count(place)}: e-mail address or HubSpot user id`,
    sees: (place: number) => `Manager ${f.count(place)} sees`,
    remove: (place: number) => `Remove manager ${f.count(place)}`,
    teams: { own: 'Their own teams', all: 'All teams' },
    listed: (teams: readonly string[]) =>
      `${f.count(teams.length)} chosen ${f.plural(teams.length, { one: 'team', other: 'teams' })}`,
  },
});

/** By the code that the backend gives beside its English message. */
const REFUSED_FR: Readonly<Record<string, string>> = {
  'wrong-type': 'Cette valeur n’est pas du type attendu, ou elle manque.',
  'too-small': 'Cette valeur est trop petite ou trop courte.',
  'too-large': 'Cette valeur est trop grande ou trop longue.',
  'wrong-form': 'Cette valeur n’a pas la forme attendue.',
  'not-a-choice': 'Cette valeur ne fait pas partie des choix possibles.',
  'unknown-field': 'Ce champ n’est pas connu du serveur.',
  'not-allowed': 'Cette valeur n’est pas permise ici.',
  twice: 'Cet élément figure deux fois dans la liste\u00a0: gardez-le une seule fois.',
  user: 'Donnez l’adresse e-mail ou le numéro d’un utilisateur HubSpot.',
  backwards: 'Les heures finissent avant de commencer\u00a0: séparez en deux celles qui passent minuit.',
  overlap: 'Les heures d’un jour doivent se suivre sans se chevaucher.',
  chain: 'Cette phase compte elle-même comme une autre\u00a0: nommez celle qui compte à la fin.',
  horizons: 'Donnez les horizons du plus court au plus long, chacun une fois.',
  headline: 'Choisissez l’un des horizons de la liste.',
  century: 'Donnez un jour de ce siècle.',
} satisfies Record<FieldFault, string>;

const fr = (f: Formats): ReturnType<typeof en> => ({
  groups: {
    health: 'État',
    stages: 'Phases',
    time: 'Temps et objectifs',
    actions: 'Actions menées',
    deals: 'Transactions',
    hints: 'Conseils',
    people: 'Personnes',
    erase: 'Effacer',
  },
  save: 'Enregistrer',
  saved: 'Enregistré',
  undo: 'Annuler les modifications',
  saveTitle: 'Non enregistré',
  reload: 'Charger ce qui est enregistré',
  fixFirst: 'Corrigez d’abord les champs signalés.',
  faultText: (fault) => {
    switch (fault.kind) {
      case 'empty':
        return 'Écrivez quelque chose ici, ou retirez la ligne.';
      case 'twice':
        return 'Déjà dans la liste.';
      case 'property':
        return 'Le nom interne de la propriété dans HubSpot\u00a0: minuscules, chiffres et tirets bas.';
      case 'user':
        return 'Une adresse e-mail, ou le numéro d’un utilisateur HubSpot.';
      case 'days':
        return 'Des jours sous la forme AAAA-MM-JJ, par exemple 2026-12-25.';
      case 'month':
        return 'Un mois sous la forme AAAA-MM, par exemple 2026-04.';
      case 'hours':
        return 'Des heures comme 09:00-17:00\u00a0; plusieurs, séparées par des virgules.';
      case 'overlap':
        return 'Les heures d’un jour se suivent sans se chevaucher.';
      case 'chain':
        return 'Cette phase compte elle-même comme une autre\u00a0: nommez celle qui compte à la fin.';
      case 'horizons':
        return 'Un à trois horizons, le plus court d’abord, chacun une fois.';
      case 'headline':
        return 'Choisissez l’un des horizons ci-dessus.';
      case 'amount':
        return 'Un montant supérieur à 0.';
      case 'range':
        return `Un nombre de ${f.decimal(fault.min)} à ${f.count(fault.max)}.`;
      case 'whole':
        return `Un nombre entier de ${f.count(fault.min)} à ${f.count(fault.max)}.`;
      case 'long':
        return `${f.count(fault.max)} caractères au plus.`;
    }
  },
  refusedText: ({ code }) => REFUSED_FR[code] ?? 'Le serveur n’a pas accepté cette valeur.',
  visibility: {
    title: 'Visibilité et confidentialité',
    about: 'Qui voit les chiffres des transactions et des personnes.',
    dealInsights: 'L’analyse d’une transaction est montrée à',
    dealInsightsNote:
      'Une transaction sans propriétaire, ou dont le propriétaire est parti, est montrée à tout le monde.',
    readers: {
      everyone: 'Toute personne qui peut ouvrir la transaction',
      team: 'L’équipe du propriétaire et les managers',
      owner: 'Le propriétaire et les managers',
    },
    namedReps: 'Les managers voient les commerciaux par leur nom',
    on: 'Oui',
    off: 'Non',
    namedRepsNote:
      'Désactivé par défaut. Dans certains pays, des chiffres nominatifs demandent d’abord un accord. Chaque consultation est journalisée.',
    groupMin: 'Nombre minimal d’autres personnes dans un groupe',
    groupMinNote:
      'Les chiffres d’un groupe ne sont montrés que s’il compte au moins autant de personnes en plus du lecteur.',
  },
  managers: {
    title: 'Responsables',
    about:
      'Ils voient les analyses de leurs équipes. Les administrateurs sont nommés au déploiement du serveur et voient tout.',
    none: 'Aucun responsable pour l’instant\u00a0: seuls les administrateurs voient les analyses.',
    add: 'Ajouter un responsable',
    user: (place) => `Responsable ${f.count(place)}\u00a0: adresse e-mail ou identifiant HubSpot`,
    sees: (place) => `Le responsable ${f.count(place)} voit`,
    remove: (place) => `Retirer le responsable ${f.count(place)}`,
    teams: { own: 'Ses propres équipes', all: 'Toutes les équipes' },
    listed: (teams) =>
      `${f.count(teams.length)} ${f.plural(teams.length, { one: 'équipe choisie', other: 'équipes choisies' })}`,
  },
});

export const settingsCatalogues = { en, fr };
export const useSettingsMessages = messagesHook(settingsCatalogues);
