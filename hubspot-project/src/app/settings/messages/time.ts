import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  calendar: {
    title: 'Working time and fiscal year',
    about:
      'When the team is at work: for working days and for when follow-up tasks are due. The time zone is the account’s.',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    closed: 'Closed',
    holidays: 'Days on which nobody works',
    holidaysNote: 'As YYYY-MM-DD, with commas between them.',
    fiscalYear: 'The fiscal year begins in',
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
  horizons: {
    title: 'Horizons',
    about: 'How many days ahead the chance to be won, and the forecast, look.',
    days: 'Horizons in days',
    daysNote: 'One to three, with commas between them.',
    headline: 'The one that stands in front',
    inDays: (days: number) => f.duration(days),
  },
  targets: {
    title: 'Targets',
    about:
      'What is to be won in a month or quarter, in the account’s company currency. Each holds until a later one of the same kind.',
    none: 'No target yet: forecasts are shown without one.',
    add: 'Add a target',
    remove: (place: number) => `Remove target ${f.count(place)}`,
    pipeline: (place: number) => `Target ${f.count(place)}: pipeline`,
    team: (place: number) => `Target ${f.count(place)}: of`,
    whole: 'The whole pipeline',
    otherTeam: (id: string) => `Team ${id}`,
    period: (place: number) => `Target ${f.count(place)}: for each`,
    periods: { month: 'Month', quarter: 'Quarter' },
    fromMonth: (place: number) => `Target ${f.count(place)}: from month`,
    monthForm: 'YYYY-MM',
    amount: (place: number) => `Target ${f.count(place)}: amount`,
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  calendar: {
    title: 'Temps de travail et exercice',
    about:
      'Quand l’équipe travaille\u00a0: pour les jours ouvrés et l’échéance des tâches de suivi. Le fuseau horaire est celui du compte.',
    weekdays: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
    closed: 'Fermé',
    holidays: 'Jours où personne ne travaille',
    holidaysNote: 'Sous la forme AAAA-MM-JJ, séparés par des virgules.',
    fiscalYear: 'L’exercice commence en',
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
  },
  horizons: {
    title: 'Les horizons',
    about: 'Sur combien de jours portent la chance d’être gagnée et la prévision.',
    days: 'Horizons en jours',
    daysNote: 'Un à trois, séparés par des virgules.',
    headline: 'Celui qui est mis en avant',
    inDays: (days) => f.duration(days),
  },
  targets: {
    title: 'Objectifs',
    about:
      'Ce qui doit être gagné en un mois ou un trimestre, dans la devise de l’entreprise. Chacun vaut jusqu’au suivant du même genre.',
    none: 'Aucun objectif pour l’instant\u00a0: les prévisions sont montrées sans.',
    add: 'Ajouter un objectif',
    remove: (place) => `Retirer l’objectif ${f.count(place)}`,
    pipeline: (place) => `Objectif ${f.count(place)}\u00a0: pipeline`,
    team: (place) => `Objectif ${f.count(place)}\u00a0: de`,
    whole: 'Tout le pipeline',
    otherTeam: (id) => `Équipe ${id}`,
    period: (place) => `Objectif ${f.count(place)}\u00a0: pour chaque`,
    periods: { month: 'Mois', quarter: 'Trimestre' },
    fromMonth: (place) => `Objectif ${f.count(place)}\u00a0: à partir du mois`,
    monthForm: 'AAAA-MM',
    amount: (place) => `Objectif ${f.count(place)}\u00a0: montant`,
  },
});

export const timeCatalogues = { en, fr };
export const useTimeMessages = messagesHook(timeCatalogues);
