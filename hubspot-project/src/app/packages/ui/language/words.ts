import type { Say } from './say.ts';

/** The words that all screens share. In French a space before `:` `;` `?` and `>` never breaks the line. */
export const sharedWords = ({ f, t, many }: Say) => ({
  loading: t('Loading', 'Chargement'),
  askAgain: t('Ask again', 'Redemander'),
  refresh: t('Refresh', 'Actualiser'),
  refreshing: t('Asking for the newest figures', 'Demande des derniers chiffres'),
  asOf: (at: number) => t(`As of ${f.moment(at)}.`, `État au ${f.moment(at)}.`),
  howComputed: t('How is this computed?', 'Comment est-ce calculé\u00a0?'),
  notEnough: (n: number, needed: number) => {
    const none = t('Not enough data', 'Pas assez de données');
    return n < needed ? `${none} (${f.count(n)} ${t('of', 'sur')} ${f.count(needed)})` : none;
  },
  range: (low: string, high: string | null) =>
    high === null ? t(`at least ${low}`, `au moins ${low}`) : t(`${low} to ${high}`, `de ${low} à ${high}`),
  evidence: (range: string, n: number) => `${range} · ${t(many(n, 'case', 'cases'), `${f.count(n)} cas`)}`,
  moreThan: (value: string) => t(`> ${value}`, `>\u00a0${value}`),
  nothingHere: t('Nothing to show here yet', 'Rien à afficher ici pour l’instant'),
  notMadeYet: t(
    'These figures are still being made. Ask again in a minute.',
    'Ces chiffres sont en préparation. Redemandez dans une minute.',
  ),
  refused: {
    title: t('Not shown to you', 'Non affiché pour vous'),
    body: t(
      'An admin decides who sees these figures. Ask the admin of Deal Stage Insights if you need them.',
      'Un administrateur décide qui voit ces chiffres. Adressez-vous à l’administrateur de Deal Stage Insights si vous en avez besoin.',
    ),
  },
  failed: {
    title: t('The figures could not be loaded', 'Les chiffres n’ont pas pu être chargés'),
    keepsOldTitle: t('These are the last figures that arrived', 'Voici les derniers chiffres reçus'),
    reasons: {
      'not-configured': t(
        'The app was uploaded without the address of its backend. An admin has to set API_BASE_URL in the project’s profile and upload it again.',
        'L’application a été envoyée sans l’adresse de son serveur. Un administrateur doit renseigner API_BASE_URL dans le profil du projet et l’envoyer de nouveau.',
      ),
      unreachable: t(
        'The backend did not answer as it should. Try again in a moment.',
        'Le serveur n’a pas répondu comme prévu. Réessayez dans un instant.',
      ),
      unreadable: t(
        'The backend’s answer is not in the form this screen knows. An admin has to bring both to the same version.',
        'La réponse du serveur n’a pas la forme que cet écran connaît. Un administrateur doit mettre les deux à la même version.',
      ),
      busy: t(
        'Too many people are asking at the same moment. Try again in a moment.',
        'Trop de demandes en même temps. Réessayez dans un instant.',
      ),
      invalid: t('The backend did not accept what was asked.', 'Le serveur n’a pas accepté la demande.'),
      conflict: t(
        'Somebody else has changed this meanwhile. Load it again.',
        'Quelqu’un d’autre a fait une modification entre-temps. Rechargez.',
      ),
    },
    request: (id: string) => t(`For support: request ${id}.`, `Pour l’assistance\u00a0: requête ${id}.`),
  },
});

export type Words = ReturnType<typeof sharedWords>;
