import { rankIn, type Say } from './say.ts';

/** What a deal has been through, and how fresh its figures are. */
export const waySoFar = (say: Say) => {
  const { f, t, many } = say;
  const rank = rankIn(say);
  return {
    way: {
      title: t('The way so far', 'Le chemin parcouru'),
      stage: t('Stage', 'Phase'),
      since: t('Since', 'Depuis'),
      stayed: t('Stayed', 'Durée'),
      days: t('Days', 'Jours'),
      chartTitle: t('Days in each visit', 'Jours par passage'),
      kinds: {
        first: t('First visit', 'Premier passage'),
        again: t('Returned', 'Retour'),
        back: t('Moved back', 'Recul'),
        running: t('Now', 'Maintenant'),
      },
      atLeast: (days: number) => t(`at least ${f.duration(days)}`, `au moins ${f.duration(days)}`),
      passedThrough: t('Passed through', 'Traversée'),
      movedBack: t('Moved back', 'Recul'),
      returned: (n: number) => t(`${rank(n)} visit`, `${rank(n)} passage`),
      now: t('Now', 'Maintenant'),
      won: t('Won', 'Gagnée'),
      lost: t('Lost', 'Perdue'),
      restored: t('Restored', 'Restaurée'),
      leftPipeline: t('Left the pipeline', 'Sortie du pipeline'),
      merged: t('Merged', 'Fusionnée'),
      deleted: t('Deleted', 'Supprimée'),
      unknownStage: t('No longer in HubSpot', 'N’existe plus dans HubSpot'),
      origins: {
        person: null,
        unknown: null,
        workflow: t('by a workflow', 'par un workflow'),
        import: t('by an import', 'par une importation'),
        api: t('by an integration', 'par une intégration'),
        merge: t('by a merge', 'par une fusion'),
      },
      showEarlier: (n: number) =>
        t(
          `Show ${many(n, 'earlier visit', 'earlier visits')}`,
          `Afficher ${many(n, 'passage précédent', 'passages précédents')}`,
        ),
    },
    unresolved: (share: number) =>
      t(
        `Of the visits to this stage, ${f.percent(share)} were never seen to end.`,
        `${f.percent(share)} des passages dans cette phase n’ont jamais eu de fin connue.`,
      ),
    freshness: {
      recorded: (at: number) =>
        t(
          `This deal’s last change was recorded ${f.moment(at)}.`,
          `Dernier changement de cette transaction enregistré le ${f.moment(at)}.`,
        ),
      figures: (at: number) => t(`Stage figures of ${f.moment(at)}.`, `Chiffres de la phase du ${f.moment(at)}.`),
      noFigures: t('Stage figures are still being made.', 'Les chiffres de la phase sont en préparation.'),
    },
    behind: {
      title: t('Catching up', 'Mise à jour en cours'),
      body: t(
        'This deal has just moved. New figures follow in a moment.',
        'Cette transaction vient de changer de phase. Les nouveaux chiffres arrivent dans un instant.',
      ),
      gaveUpTitle: t('The last move has not arrived yet', 'Le dernier changement n’est pas encore arrivé'),
      gaveUpBody: t('Ask again in a minute.', 'Redemandez dans une minute.'),
    },
    unknown: {
      title: t('No history of this deal yet', 'Pas encore d’historique pour cette transaction'),
      waiting: t(
        'Looking for it: a deal that is new here appears in a moment.',
        'Recherche en cours\u00a0: une transaction nouvelle ici apparaît dans un instant.',
      ),
      gaveUp: t(
        'A new deal takes some seconds, a first import some minutes. A deal that was erased here, or merged into another, stays empty.',
        'Une nouvelle transaction demande quelques secondes, une première importation quelques minutes. Une transaction effacée ici, ou fusionnée avec une autre, reste vide.',
      ),
    },
  };
};
