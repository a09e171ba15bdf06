import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  save: 'Save',
  undo: 'Undo changes',
  saveTitle: 'Not saved',
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
    groupMinFault: (min: number) => `A whole number from ${f.count(min)} on.`,
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
    faults: { empty: 'Write the address or id, or remove the manager.', twice: 'This one is listed already.' },
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  save: 'Enregistrer',
  undo: 'Annuler les modifications',
  saveTitle: 'Non enregistré',
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
    groupMinFault: (min) => `Un nombre entier à partir de ${f.count(min)}.`,
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
    faults: {
      empty: 'Indiquez l’adresse ou l’identifiant, ou retirez le responsable.',
      twice: 'Cette personne est déjà dans la liste.',
    },
  },
});

export const settingsCatalogues = { en, fr };
export const useSettingsMessages = messagesHook(settingsCatalogues);
