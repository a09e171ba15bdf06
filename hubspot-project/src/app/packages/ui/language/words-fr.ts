import type { Formats } from './formats.ts';
import type { Words } from './words-en.ts';

/** The French words that all screens share. A space before `:` `;` `?` and `>` never breaks the line. */
export const fr = (f: Formats): Words => ({
  loading: 'Chargement',
  askAgain: 'Redemander',
  refresh: 'Actualiser',
  refreshing: 'Demande des derniers chiffres',
  asOf: (at) => `État au ${f.moment(at)}.`,
  howComputed: 'Comment est-ce calculé\u00a0?',
  notEnough: (n, needed) => `Pas assez de données${n < needed ? ` (${f.count(n)} sur ${f.count(needed)})` : ''}`,
  range: (low, high) => (high === null ? `au moins ${low}` : `de ${low} à ${high}`),
  evidence: (range, n) => `${range} · ${f.count(n)} cas`,
  moreThan: (value) => `>\u00a0${value}`,
  nothingHere: 'Rien à afficher ici pour l’instant',
  notMadeYet: 'Ces chiffres sont en préparation. Redemandez dans une minute.',
  refused: {
    title: 'Non affiché pour vous',
    body: 'Un administrateur décide qui voit ces chiffres. Adressez-vous à l’administrateur de Deal Stage Insights si vous en avez besoin.',
  },
  failed: {
    title: 'Les chiffres n’ont pas pu être chargés',
    keepsOldTitle: 'Voici les derniers chiffres reçus',
    reasons: {
      'not-configured':
        'L’application a été envoyée sans l’adresse de son serveur. Un administrateur doit renseigner API_BASE_URL dans le profil du projet et l’envoyer de nouveau.',
      unreachable: 'Le serveur n’a pas répondu comme prévu. Réessayez dans un instant.',
      unreadable:
        'La réponse du serveur n’a pas la forme que cet écran connaît. Un administrateur doit mettre les deux à la même version.',
      busy: 'Trop de demandes en même temps. Réessayez dans un instant.',
      invalid: 'Le serveur n’a pas accepté la demande.',
      conflict: 'Quelqu’un d’autre a fait une modification entre-temps. Rechargez.',
    },
    request: (id) => `Pour l’assistance\u00a0: requête ${id}.`,
  },
});
