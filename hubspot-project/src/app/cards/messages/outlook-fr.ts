import type { Formats } from '@deal-stage-insights/ui';
import type { outlookEn } from './outlook-en.ts';

/** The French texts of what may come of a deal, and of what speaks for it and helps it. */
export const outlookFr = (f: Formats): ReturnType<typeof outlookEn> => {
  const deals = (n: number) =>
    `${f.count(n)} ${f.plural(n, { one: 'transaction passée', other: 'transactions passées' })}`;
  return {
    from: (n) =>
      `D’après ${f.count(n)} ${f.plural(n, { one: 'passage qui a duré', other: 'passages qui ont duré' })} au moins aussi longtemps.`,
    band: {
      title: 'Cette transaction et le temps habituel',
      compared: 'Comparaison',
      thisDeal: 'Cette transaction',
      usual: 'Habituel',
      soFar: 'Jusqu’ici',
      parts: ['1 sur 10 finis', 'la moitié finie', '8 sur 10 finis', '9 sur 10 finis'],
    },
    trend: { title: 'Évolution de sa chance', weeksAgo: 'Semaines passées', ever: 'Un jour' },
    next: {
      title: 'La suite probable',
      chartTitle: 'Où sont 100 transactions comme celle-ci après tant de jours',
      days: 'Jours à partir d’aujourd’hui',
      kinds: {
        advanced: 'Avancées',
        skipped: 'Une phase sautée',
        back: 'Reculées',
        won: 'Gagnées',
        lost: 'Perdues',
        elsewhere: 'Dans un autre pipeline',
        'still-here': 'Encore ici',
      },
      sentence: (days, parts) => `Dans ${f.duration(days)}\u00a0: ${parts}.`,
      part: (share, kind) => `${f.percent(share)} ${kind.toLowerCase()}`,
    },
    close: {
      title: 'Quand elle se conclut, si elle est gagnée',
      quarter: '1 sur 4 d’ici au',
      half: 'La moitié d’ici au',
      threeQuarters: '3 sur 4 d’ici au',
      none: 'Aucune date de clôture n’est saisie dans HubSpot.',
      passed: (at) => `La date de clôture dans HubSpot, le ${f.day(at)}, est passée.`,
      before: (at) =>
        `La date de clôture dans HubSpot, le ${f.day(at)}, est tôt\u00a0: moins de 1 gain sur 4 vient avant.`,
      within: (at) => `La date de clôture dans HubSpot, le ${f.day(at)}, est dans le temps habituel.`,
      after: (at) =>
        `La date de clôture dans HubSpot, le ${f.day(at)}, est tard\u00a0: plus de 3 gains sur 4 viennent avant.`,
    },
    reasons: {
      title: 'Ce qui va avec les gains et les pertes',
      for: 'Pour cette transaction',
      against: 'Contre elle',
      evidence: (n) => `D’après ${deals(n)}`,
      note: 'Observé sur des transactions passées. Ce n’est pas forcément la raison du gain ou de la perte.',
    },
    hints: {
      title: 'Ce qui peut aider',
      worth: (money) => `Jusqu’à ${money}`,
      evidence: (n) => (n > 1 ? `D’après ${deals(n)}` : 'D’après cette fiche'),
      taskMade: (at) => `Tâche créée le ${f.day(at)}`,
    },
    criteria: {
      title: 'Avant de quitter cette phase',
      done: (met, all) => `${f.count(met)} sur ${f.count(all)} ${f.plural(met, { one: 'fait', other: 'faits' })}`,
      states: { met: 'Fait', open: 'À faire', unknown: 'Non visible ici' },
      shows: (value) => `Fiche\u00a0: ${value}`,
      outcome: (label, chance) => `Doit mener à\u00a0: ${label} (${f.percent(chance)} de gains attendus)`,
      expectedDays: (days) => `Durée attendue\u00a0: ${f.duration(days)}`,
    },
    similar: {
      title: 'Transactions passées semblables',
      deal: 'Transaction',
      result: 'Résultat',
      amount: 'Montant',
      unnamed: (dealId) => `Transaction ${dealId}`,
      took: (here, inAll) => `${f.duration(here)} ici, ${f.duration(inAll)} en tout`,
      won: 'Gagnée',
      lost: 'Perdue',
      sameSource: 'même source',
      sameAmount: 'montant proche',
    },
    snooze: {
      waiting: (untilDay) => `En attente jusqu’au ${f.calendarDay(untilDay)}`,
      over: (untilDay) => `L’attente jusqu’au ${f.calendarDay(untilDay)} est finie`,
    },
    explained: {
      next: 'Suite\u00a0: ce que sont devenus les passages précédents qui ont atteint le même âge. Seul le mouvement suivant compte, pas la fin.',
      close:
        'Clôture\u00a0: la moitié centrale du temps jusqu’au gain. Les pertes n’y sont pas\u00a0: cela ne dit rien de la chance d’un gain.',
      trend: 'Évolution\u00a0: la chance selon la phase et l’âge de chaque semaine, avec les chiffres d’aujourd’hui.',
      hints: 'Valeur\u00a0: le montant multiplié par ce que le point peut changer au plus à la chance de gagner.',
    },
  };
};
