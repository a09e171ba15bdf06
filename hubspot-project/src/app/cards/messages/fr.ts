import type { EvidenceScope } from '@deal-stage-insights/shared';
import type { Messages } from './en.ts';
import { outlookFr } from './outlook-fr.ts';
import type { Formats } from '@deal-stage-insights/ui';

/** Every French text of the card. A space before `:` `;` `?` and `>` never breaks the line. */
export const fr = (f: Formats): Messages => {
  const visits = (n: number) => `${f.count(n)} ${f.plural(n, { one: 'passage', other: 'passages' })}`;
  const finishedVisits = (n: number) =>
    `${f.count(n)} ${f.plural(n, { one: 'passage fini', other: 'passages finis' })}`;
  const points = (n: number) => `${f.count(n)} ${f.plural(n, { one: 'point', other: 'points' })}`;
  const rank = (n: number) => `${n}${f.ordinal(n, { one: 'er', other: 'e' })}`;
  return {
    percent: f.percent,
    duration: f.duration,
    day: f.day,
    loading: 'Chargement de l’analyse de cette transaction',
    headline: {
      stay: (stage, ageDays, isAtLeast) => `En ${stage} depuis ${isAtLeast ? 'au moins ' : ''}${f.duration(ageDays)}`,
      withComparison: (stay, comparison) => `${stay}\u00a0: ${comparison}`,
      comparison: (tenths) => {
        if (tenths === 0) return 'presque tous les passages ici durent plus longtemps';
        if (tenths === 5) return 'plus long que la moitié des passages ici';
        if (tenths === 10) return 'plus long que presque tous les passages ici';
        return `plus long que ${tenths} passage${tenths === 1 ? '' : 's'} sur 10 ici`;
      },
      comparisonWon: (tenths) => {
        if (tenths === 0) return 'presque toutes les transactions gagnées d’ici y sont restées plus longtemps';
        if (tenths === 5) return 'plus long que la moitié des transactions gagnées d’ici';
        if (tenths === 10) return 'plus long que presque toutes les transactions gagnées d’ici';
        return `plus long que ${tenths} transaction${tenths === 1 ? '' : 's'} sur 10 gagnées d’ici`;
      },
      parked: (stay) => `En attente. ${stay}`,
      won: (at, afterDays) => `Gagnée le ${f.day(at)}, après ${f.duration(afterDays)}`,
      lost: (at, afterDays) => `Perdue le ${f.day(at)}, après ${f.duration(afterDays)}`,
      postWin: (stay) => `Gagnée. ${stay}`,
      deleted: 'Cette transaction a été supprimée dans HubSpot\u00a0: elle ne compte dans aucun chiffre',
      dealAge: (days) => `âge de la transaction\u00a0: ${f.duration(days)}`,
      visitNumber: (n) => `${rank(n)} passage dans cette phase`,
    },
    verdict: {
      stalled: 'À l’arrêt',
      whyStalled: 'Pourquoi cette transaction est dite à l’arrêt',
      onTrack: 'En bonne voie',
      tooEarly: 'Trop peu d’historique pour juger',
      byChance: ({ now, reference, threshold }) =>
        `Sa chance d’être gagnée un jour était de ${f.percent(reference)} à l’entrée dans cette phase et est de ${f.percent(now)} maintenant. Au-dessous de ${f.percent(threshold)}, une transaction est dite à l’arrêt.`,
      byDays: (now, threshold) =>
        `Ici depuis ${f.duration(now)}. Dans cette phase, une transaction est dite à l’arrêt après ${f.duration(threshold)}.`,
      tooEarlyBecause: (n) => `Seulement ${finishedVisits(n)} dans cette phase jusqu’ici\u00a0: pas encore de verdict.`,
      evidence: (n) => `Jugée d’après ${finishedVisits(n)} dans cette phase.`,
    },
    dwell: {
      title: 'Temps dans cette phase',
      thisVisit: 'Ce passage',
      half: 'La moitié finit en',
      nineOfTen: '9 sur 10 en',
      moreThan: (days) => `>\u00a0${f.duration(days)}`,
      noFigure: '–',
      overByNow: (share) => `${f.percent(share)} des passages dans cette phase étaient finis à cet âge.`,
      evidence: (n, open) =>
        `D’après ${visits(n)}. ${
          open === 0
            ? 'Tous sont finis.'
            : `${f.count(open)} ${f.plural(open, { one: 'n’est pas fini et compte', other: 'ne sont pas finis et comptent' })} comme «\u00a0au moins aussi long\u00a0».`
        }`,
      insufficient: (n, needed) =>
        `Trop peu d’historique pour dire ce qui est habituel ici\u00a0: ${finishedVisits(n)} sur les ${f.count(needed)} nécessaires.`,
    },
    win: {
      title: 'Chance d’être gagnée',
      withinDays: (days) => `Sous ${f.duration(days)}`,
      between: (low, high) => `de ${f.percent(low)} à ${f.percent(high)}`,
      atLeast: (low) => `au moins ${f.percent(low)}`,
      interval: (range, level) => `${range} (intervalle à ${f.percent(level)})`,
      measuredEver: 'Un jour, mesurée',
      typed: 'Saisie dans HubSpot',
      notTyped: 'Aucune probabilité n’est saisie dans HubSpot pour cette phase.',
      typedHigher: (n) => `La probabilité saisie dépasse de ${points(n)} ce qui a été mesuré.`,
      typedLower: (n) => `La probabilité saisie est inférieure de ${points(n)} à ce qui a été mesuré.`,
      typedAgrees: 'La probabilité saisie s’accorde avec ce qui a été mesuré.',
      evidence: (n, from) =>
        `Mesurée d’après ${visits(n)} qui ont duré au moins aussi longtemps\u00a0: ${SCOPES[from]}.`,
      atEntry: (share) => `Elle était de ${f.percent(share)} le jour de l’entrée dans la phase.`,
      insufficient: (n, needed) =>
        `Trop peu d’historique pour mesurer une chance\u00a0: sur les ${f.count(needed)} passages nécessaires, ${f.count(n)} ${f.plural(n, { one: 'a été suivi', other: 'ont été suivis' })} assez longtemps.`,
    },
    outlook: outlookFr(f),
    way: {
      title: 'Le chemin parcouru',
      stage: 'Phase',
      since: 'Depuis',
      stayed: 'Durée',
      days: 'Jours',
      chartTitle: 'Jours par passage',
      kinds: { first: 'Premier passage', again: 'Retour', back: 'Recul', running: 'Maintenant' },
      atLeast: (days) => `au moins ${f.duration(days)}`,
      passedThrough: 'Traversée',
      movedBack: 'Recul',
      returned: (n) => `${rank(n)} passage`,
      now: 'Maintenant',
      won: 'Gagnée',
      lost: 'Perdue',
      restored: 'Restaurée',
      leftPipeline: 'Sortie du pipeline',
      merged: 'Fusionnée',
      deleted: 'Supprimée',
      unknownStage: 'N’existe plus dans HubSpot',
      origins: {
        person: null,
        unknown: null,
        workflow: 'par un workflow',
        import: 'par une importation',
        api: 'par une intégration',
        merge: 'par une fusion',
      },
      showEarlier: (n) =>
        `Afficher ${f.count(n)} ${f.plural(n, { one: 'passage précédent', other: 'passages précédents' })}`,
    },
    explained: {
      time: 'Temps\u00a0: les passages qui ne sont pas finis comptent comme «\u00a0au moins aussi longs\u00a0». Ils ne sont ni omis ni pris pour finis (Kaplan–Meier).',
      chance: (horizonDays) =>
        `Chance\u00a0: parmi les passages précédents dans cette phase qui ont atteint le même âge, combien ont été gagnés sous ${f.duration(horizonDays)}, et combien un jour. Les transactions qui ne finissent jamais comptent comme non gagnées.`,
      unresolved: (share) => `${f.percent(share)} des passages dans cette phase n’ont jamais eu de fin connue.`,
      interval: (level) =>
        `Intervalle\u00a0: avec cet historique, la vraie chance s’y trouve environ ${f.percent(level)} du temps.`,
      typed:
        'Saisie\u00a0: ce qu’un administrateur a donné à la phase dans HubSpot, le même pour toutes les transactions et tous les âges.',
      stalled:
        'À l’arrêt\u00a0: la chance d’être gagnée un jour est au-dessous de 6 dixièmes de sa valeur d’entrée ou, là où elle ne se mesure pas, le passage dure plus longtemps que 9 sur 10 de ceux qui ont avancé.',
    },
    freshness: {
      recorded: (at) => `Dernier changement de cette transaction enregistré le ${f.moment(at)}.`,
      figures: (at) => `Chiffres de la phase du ${f.moment(at)}.`,
      noFigures: 'Les chiffres de la phase sont en préparation.',
    },
    behind: {
      title: 'Mise à jour en cours',
      body: 'Cette transaction vient de changer de phase. Les nouveaux chiffres arrivent dans un instant.',
      gaveUpTitle: 'Le dernier changement n’est pas encore arrivé',
      gaveUpBody: 'Redemandez dans une minute.',
    },
    unknown: {
      title: 'Pas encore d’historique pour cette transaction',
      waiting: 'Recherche en cours\u00a0: une transaction nouvelle ici apparaît dans un instant.',
      gaveUp:
        'Une nouvelle transaction demande quelques secondes, une première importation quelques minutes. Une transaction effacée ici, ou fusionnée avec une autre, reste vide.',
    },
  };
};

const SCOPES: Readonly<Record<EvidenceScope, string>> = {
  owner: 'les transactions de ce propriétaire dans cette phase',
  team: 'les transactions de cette équipe dans cette phase',
  source: 'les transactions de cette source dans cette phase',
  stage: 'toutes les transactions dans cette phase',
  pipeline: 'les transactions de tout le pipeline',
  portal: 'les transactions de tous les pipelines',
};
