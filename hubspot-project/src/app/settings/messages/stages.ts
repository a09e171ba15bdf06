import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  pipeline: 'Pipeline',
  noPipelines: 'No pipeline is known yet',
  noPipelinesNote: 'They appear once the account has been read for the first time.',
  templates: {
    title: 'Start from a template',
    about:
      'Ways of selling with the stages they usually have: what each is for, how long it takes, and what must be there before a deal leaves it. The days and chances are rules of thumb.',
    template: 'Template',
    choose: 'Choose one',
    stages: (n: number) => `Its ${f.count(n)} ${f.plural(n, { one: 'stage', other: 'stages' })}`,
    expects: (days: number | null, criteria: number) => [
      ...(days === null ? [] : [`about ${f.duration(days)}`]),
      ...(criteria === 0
        ? []
        : [`${f.count(criteria)} ${f.plural(criteria, { one: 'exit criterion', other: 'exit criteria' })}`]),
    ],
    match: 'Say which of its stages each of yours stands for. Stages that stand for none stay as they are.',
    standsFor: (stage: string) => `${stage} stands for`,
    none: 'None of them',
    take: 'Take it over',
    taken: 'Taken over, not saved yet',
    takenNote: 'Look at the two parts below, and save each of them, or undo the changes there.',
  },
  roles: {
    title: 'What each stage means',
    about:
      'Won and lost are read from HubSpot. Change a role only where HubSpot’s own says something else: a parked deal is never called stalled, and a stage after the win does not reopen a deal.',
    role: (stage: string) => `Role of ${stage}`,
    asInHubSpot: (role: string) => `As in HubSpot: ${role.toLowerCase()}`,
    names: { open: 'Open', parked: 'Parked', won: 'Won', lost: 'Lost', 'post-win': 'After the win' },
    countsAs: (stage: string) => `${stage} counts as`,
    itself: 'Itself',
    countSince: (pipeline: string) => `${pipeline}: count only since`,
    countSinceNote:
      'After a pipeline was redesigned: what ended before this day is left out of every figure. Nothing is lost; without a day, all of history counts.',
    countAll: 'Count all of history',
  },
  old: {
    title: (mapped: number) =>
      mapped === 0 ? 'Stages of earlier times' : `Stages of earlier times (${f.count(mapped)})`,
    about:
      'A stage that was deleted in HubSpot lives on in the history of deals. Name it by its id to count it as a stage of today.',
    countsAs: (id: string) => `Old stage ${id} counts as`,
    remove: (id: string) => `Remove old stage ${id}`,
    id: 'Id of an old stage',
    add: 'Add the old stage',
  },
  criteria: {
    title: 'What the team expects of each stage',
    about: 'Reps see the guide and the exit criteria on the card of a deal, with what the record already shows.',
    stage: (stage: string, criteria: number) =>
      criteria === 0
        ? stage
        : `${stage} (${f.count(criteria)} ${f.plural(criteria, { one: 'exit criterion', other: 'exit criteria' })})`,
    expectedDays: 'Expected days in the stage',
    expectedDaysNote: 'Leave empty for no opinion.',
    guide: 'Guide',
    guideNote: 'What the stage is for, and what to do in it.',
    outcome: 'What the stage should bring',
    outcomePercent: 'Of deals with it, expected to be won (%)',
    none: 'No exit criterion: deals may leave the stage at any time.',
    add: 'Add an exit criterion',
    remove: (place: number) => `Remove criterion ${f.count(place)}`,
    kind: (place: number) => `Criterion ${f.count(place)}: before leaving`,
    kinds: {
      'property-set': 'A property is filled in',
      'property-is': 'A property has one of some values',
      'amount-set': 'The amount is filled in',
      'close-date-ahead': 'The close date lies ahead',
      'contact-associated': 'Contacts are associated',
      'activity-in-stage': 'There was contact in this stage',
      'next-activity-planned': 'A next activity is planned',
    },
    label: (place: number) => `Criterion ${f.count(place)}: what reps read`,
    property: (place: number) => `Criterion ${f.count(place)}: internal name of the property`,
    values: (place: number) => `Criterion ${f.count(place)}: values, with commas between them`,
    atLeast: (place: number) => `Criterion ${f.count(place)}: at least so many contacts`,
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  pipeline: 'Pipeline',
  noPipelines: 'Aucun pipeline n’est encore connu',
  noPipelinesNote: 'Ils apparaissent après la première lecture du compte.',
  templates: {
    title: 'Partir d’un modèle',
    about:
      'Des façons de vendre avec leurs phases habituelles\u00a0: à quoi sert chacune, combien elle dure, et ce qu’il faut avant de la quitter. Les jours et les chances sont des ordres de grandeur.',
    template: 'Modèle',
    choose: 'Choisir',
    stages: (n) => `Ses ${f.count(n)} phases`,
    expects: (days, criteria) => [
      ...(days === null ? [] : [`environ ${f.duration(days)}`]),
      ...(criteria === 0
        ? []
        : [`${f.count(criteria)} ${f.plural(criteria, { one: 'critère de sortie', other: 'critères de sortie' })}`]),
    ],
    match: 'Dites à quelle phase du modèle correspond chacune des vôtres. Les autres restent telles quelles.',
    standsFor: (stage) => `${stage} correspond à`,
    none: 'Aucune d’elles',
    take: 'Reprendre',
    taken: 'Repris, pas encore enregistré',
    takenNote: 'Regardez les deux parties ci-dessous et enregistrez chacune, ou annulez-y les modifications.',
  },
  roles: {
    title: 'Ce que signifie chaque phase',
    about:
      'Gagnée et perdue sont lues dans HubSpot. Ne changez un rôle que là où celui de HubSpot dit autre chose\u00a0: une transaction en attente n’est jamais dite à l’arrêt, et une phase après le gain ne rouvre pas une transaction.',
    role: (stage) => `Rôle de ${stage}`,
    asInHubSpot: (role) => `Comme dans HubSpot\u00a0: ${role.toLowerCase()}`,
    names: { open: 'Ouverte', parked: 'En attente', won: 'Gagnée', lost: 'Perdue', 'post-win': 'Après le gain' },
    countsAs: (stage) => `${stage} compte comme`,
    itself: 'Elle-même',
    countSince: (pipeline) => `${pipeline}\u00a0: ne compter que depuis le`,
    countSinceNote:
      'Après la refonte d’un pipeline\u00a0: ce qui a pris fin avant ce jour n’entre dans aucun chiffre. Rien n’est perdu\u00a0; sans jour, tout l’historique compte.',
    countAll: 'Compter tout l’historique',
  },
  old: {
    title: (mapped) => (mapped === 0 ? 'Phases d’autrefois' : `Phases d’autrefois (${f.count(mapped)})`),
    about:
      'Une phase supprimée dans HubSpot reste dans l’historique des transactions. Nommez-la par son identifiant pour la compter comme une phase d’aujourd’hui.',
    countsAs: (id) => `L’ancienne phase ${id} compte comme`,
    remove: (id) => `Retirer l’ancienne phase ${id}`,
    id: 'Identifiant d’une ancienne phase',
    add: 'Ajouter l’ancienne phase',
  },
  criteria: {
    title: 'Ce que l’équipe attend de chaque phase',
    about:
      'Les commerciaux voient le guide et les critères de sortie sur la carte d’une transaction, avec ce que la fiche montre déjà.',
    stage: (stage, criteria) =>
      criteria === 0
        ? stage
        : `${stage} (${f.count(criteria)} ${f.plural(criteria, { one: 'critère de sortie', other: 'critères de sortie' })})`,
    expectedDays: 'Jours attendus dans la phase',
    expectedDaysNote: 'Laissez vide si vous n’avez pas d’avis.',
    guide: 'Le guide',
    guideNote: 'À quoi sert la phase, et ce qu’il faut y faire.',
    outcome: 'Ce que la phase doit apporter',
    outcomePercent: 'Parmi celles qui l’ont, gains attendus (%)',
    none: 'Aucun critère de sortie\u00a0: les transactions peuvent quitter la phase à tout moment.',
    add: 'Ajouter un critère de sortie',
    remove: (place) => `Retirer le critère ${f.count(place)}`,
    kind: (place) => `Critère ${f.count(place)}\u00a0: avant la sortie`,
    kinds: {
      'property-set': 'Une propriété est renseignée',
      'property-is': 'Une propriété a l’une de ces valeurs',
      'amount-set': 'Le montant est renseigné',
      'close-date-ahead': 'La date de clôture est à venir',
      'contact-associated': 'Des contacts sont associés',
      'activity-in-stage': 'Il y a eu un contact dans cette phase',
      'next-activity-planned': 'Une prochaine activité est prévue',
    },
    label: (place) => `Critère ${f.count(place)}\u00a0: ce que lisent les commerciaux`,
    property: (place) => `Critère ${f.count(place)}\u00a0: nom interne de la propriété`,
    values: (place) => `Critère ${f.count(place)}\u00a0: valeurs, séparées par des virgules`,
    atLeast: (place) => `Critère ${f.count(place)}\u00a0: au moins autant de contacts`,
  },
});

export const stageCatalogues = { en, fr };
export const useStageMessages = messagesHook(stageCatalogues);
