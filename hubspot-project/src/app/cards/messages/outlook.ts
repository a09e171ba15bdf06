import type { Say } from './say.ts';

/** What may come of a deal, and what speaks for it and helps it. */
export const outlook = ({ f, t, many }: Say) => {
  const deals = (n: number) =>
    t(many(n, 'past deal', 'past deals'), many(n, 'transaction passée', 'transactions passées'));
  const closeDate = (at: number, how: string) =>
    t(`The close date in HubSpot, ${f.day(at)}, ${how}.`, `La date de clôture dans HubSpot, le ${f.day(at)}, ${how}.`);
  return {
    from: (n: number) =>
      t(
        `From ${many(n, 'visit', 'visits')} that lasted at least this long.`,
        `D’après ${many(n, 'passage qui a duré', 'passages qui ont duré')} au moins aussi longtemps.`,
      ),
    band: {
      title: t('This deal beside the usual time', 'Cette transaction et le temps habituel'),
      compared: t('Compared', 'Comparaison'),
      thisDeal: t('This deal', 'Cette transaction'),
      usual: t('Usual', 'Habituel'),
      soFar: t('So far', 'Jusqu’ici'),
      parts: [
        t('1 of 10 are over', '1 sur 10 finis'),
        t('half are over', 'la moitié finie'),
        t('8 of 10 are over', '8 sur 10 finis'),
        t('9 of 10 are over', '9 sur 10 finis'),
      ],
    },
    trend: {
      title: t('How its chance moved', 'Évolution de sa chance'),
      weeksAgo: t('Weeks ago', 'Semaines passées'),
      ever: t('At any time', 'Un jour'),
    },
    next: {
      title: t('What is likely next', 'La suite probable'),
      chartTitle: t(
        'Where 100 deals like this one are after so many days',
        'Où sont 100 transactions comme celle-ci après tant de jours',
      ),
      days: t('Days from now', 'Jours à partir d’aujourd’hui'),
      kinds: {
        advanced: t('Moved on', 'Avancées'),
        skipped: t('Skipped a stage', 'Une phase sautée'),
        back: t('Moved back', 'Reculées'),
        won: t('Won', 'Gagnées'),
        lost: t('Lost', 'Perdues'),
        elsewhere: t('In another pipeline', 'Dans un autre pipeline'),
        'still-here': t('Still here', 'Encore ici'),
      },
      sentence: (days: number, parts: string) =>
        t(`In ${f.duration(days)}: ${parts}.`, `Dans ${f.duration(days)}\u00a0: ${parts}.`),
      part: (share: number, kind: string) => `${f.percent(share)} ${kind.toLowerCase()}`,
    },
    close: {
      title: t('When it closes, if it is won', 'Quand elle se conclut, si elle est gagnée'),
      quarter: t('1 of 4 by', '1 sur 4 d’ici au'),
      half: t('Half by', 'La moitié d’ici au'),
      threeQuarters: t('3 of 4 by', '3 sur 4 d’ici au'),
      none: t('No close date is set in HubSpot.', 'Aucune date de clôture n’est saisie dans HubSpot.'),
      passed: (at: number) => closeDate(at, t('has passed', 'est passée')),
      before: (at: number) =>
        closeDate(
          at,
          t('is early: fewer than 1 of 4 such wins come by then', 'est tôt\u00a0: moins de 1 gain sur 4 vient avant'),
        ),
      within: (at: number) => closeDate(at, t('is in the usual time', 'est dans le temps habituel')),
      after: (at: number) =>
        closeDate(
          at,
          t('is late: more than 3 of 4 such wins come before', 'est tard\u00a0: plus de 3 gains sur 4 viennent avant'),
        ),
    },
    reasons: {
      title: t('What goes with winning and losing', 'Ce qui va avec les gains et les pertes'),
      for: t('For this deal', 'Pour cette transaction'),
      against: t('Against it', 'Contre elle'),
      evidence: (n: number) => t(`From ${deals(n)}`, `D’après ${deals(n)}`),
      note: t(
        'Seen among past deals. It need not be why they were won or lost.',
        'Observé sur des transactions passées. Ce n’est pas forcément la raison du gain ou de la perte.',
      ),
    },
    hints: {
      title: t('What may help', 'Ce qui peut aider'),
      worth: (money: string) => t(`Worth up to ${money}`, `Jusqu’à ${money}`),
      pastDeals: (n: number) => t(`From ${deals(n)}`, `D’après ${deals(n)}`),
      thisDeal: t('From this record', 'D’après cette fiche'),
      taskMade: (at: number) => t(`Task created ${f.day(at)}`, `Tâche créée le ${f.day(at)}`),
      createTask: t('Create task', 'Créer la tâche'),
      dismiss: t('Dismiss', 'Écarter'),
      dismissed: t('Dismissed', 'Écarté'),
      undo: t('Undo', 'Annuler'),
    },
    criteria: {
      title: t('Before it leaves this stage', 'Avant de quitter cette phase'),
      done: (met: number, all: number) =>
        t(
          `${f.count(met)} of ${f.count(all)} done`,
          `${f.count(met)} sur ${f.count(all)} ${f.plural(met, { one: 'fait', other: 'faits' })}`,
        ),
      states: {
        met: t('Done', 'Fait'),
        open: t('Open', 'À faire'),
        unknown: t('Not visible here', 'Non visible ici'),
      },
      shows: (value: string) => t(`Record: ${value}`, `Fiche\u00a0: ${value}`),
      outcome: (label: string, chance: number) =>
        t(
          `Should lead to: ${label} (${f.percent(chance)} expected to be won)`,
          `Doit mener à\u00a0: ${label} (${f.percent(chance)} de gains attendus)`,
        ),
      expectedDays: (days: number) =>
        t(`Expected to take ${f.duration(days)}`, `Durée attendue\u00a0: ${f.duration(days)}`),
    },
    similar: {
      title: t('Similar past deals', 'Transactions passées semblables'),
      deal: t('Deal', 'Transaction'),
      result: t('Result', 'Résultat'),
      amount: t('Amount', 'Montant'),
      unnamed: (dealId: string) => t(`Deal ${dealId}`, `Transaction ${dealId}`),
      took: (here: number, inAll: number) =>
        t(
          `${f.duration(here)} here, ${f.duration(inAll)} in all`,
          `${f.duration(here)} ici, ${f.duration(inAll)} en tout`,
        ),
      won: t('Won', 'Gagnée'),
      lost: t('Lost', 'Perdue'),
      sameSource: t('same source', 'même source'),
      sameAmount: t('similar amount', 'montant proche'),
    },
    notSaved: t('Not saved', 'Non enregistré'),
    snooze: {
      waiting: (untilDay: string) =>
        t(`Waiting until ${f.calendarDay(untilDay)}`, `En attente jusqu’au ${f.calendarDay(untilDay)}`),
      over: (untilDay: string) =>
        t(
          `The wait until ${f.calendarDay(untilDay)} is over`,
          `L’attente jusqu’au ${f.calendarDay(untilDay)} est finie`,
        ),
      end: t('End the wait', 'Mettre fin à l’attente'),
      title: t('Let this deal wait', 'Mettre cette transaction en attente'),
      about: t(
        'While it waits with good reason it is not called stalled, and gets no hints.',
        'Tant qu’elle attend pour une bonne raison, elle n’est pas dite à l’arrêt et ne reçoit pas de conseils.',
      ),
      reason: t('What it waits for', 'Ce qu’elle attend'),
      until: t('Until', 'Jusqu’au'),
      start: t('Let it wait', 'Mettre en attente'),
    },
  };
};
