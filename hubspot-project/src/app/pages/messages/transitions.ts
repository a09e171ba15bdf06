import { type Say, textsHook } from '@deal-stage-insights/ui';

export const transitionsTexts = ({ f, t }: Say) => ({
  /** Null: the share cannot be told. */
  rework: (share: string | null, stage: string, days: number) => {
    const spent = f.duration(days);
    return t(
      `Deals spent ${share === null ? spent : `${share} of their time`} in stages they had been in before, most of it in ${stage}${share === null ? '' : `: ${spent} in all`}.`,
      `Les transactions ont passé ${share === null ? spent : `${share} de leur temps`} dans des phases déjà vues, surtout dans ${stage}${share === null ? '' : `\u00a0: ${spent} au total`}.`,
    );
  },
  noRework: t(
    'No deal came back to a stage in this period.',
    'Aucune transaction n’est revenue dans une phase pendant cette période.',
  ),
  counts: {
    moves: t('Moves', 'Mouvements'),
    skips: t('Skipped a stage', 'Phase sautée'),
    regressions: t('Went back', 'Retours en arrière'),
    reentries: t('Came to a stage again', 'Phase revue'),
    lost: t('Lost', 'Perdues'),
  },
  matrix: t('From each stage to where', 'De chaque phase vers où'),
  from: t('From', 'De'),
  to: t('To', 'Vers'),
  kind: t('How', 'Comment'),
  kinds: {
    advanced: t('On to the next', 'Phase suivante'),
    skipped: t('Skipped ahead', 'Phase sautée'),
    back: t('Back', 'En arrière'),
    won: t('Won', 'Gagnée'),
    lost: t('Lost', 'Perdue'),
    moved: t('Other pipeline', 'Autre pipeline'),
    merged: t('Merged', 'Fusionnée'),
    deleted: t('Deleted', 'Supprimée'),
  },
  list: t('Every move', 'Tous les mouvements'),
  deals: t('Moves', 'Nombre'),
  share: t('Share of the moves out', 'Part des départs'),
  dwell: t('Days before, half within', 'Durée avant, la moitié sous'),
  dealsOf: (from: string, to: string) => t(`${from} → ${to}`, `De ${from} à ${to}`),
  again: {
    title: t('What coming back costs', 'Ce que coûtent les retours'),
    chart: t('Days spent in stages visited again', 'Jours passés dans des phases revues'),
    reentries: t('Times entered again', 'Fois revue'),
    total: t('Time in all', 'Temps au total'),
    share: t('Of all time in stages', 'De tout le temps en phases'),
  },
  losses: {
    title: t('Where and why deals were lost', 'Où et pourquoi des transactions ont été perdues'),
    byStage: t('Lost from which stage', 'Perdues depuis quelle phase'),
    byReason: t('Lost for which reason', 'Perdues pour quel motif'),
    stage: t('Last stage', 'Dernière phase'),
    reason: t('Reason', 'Motif'),
    noReason: t('No reason given', 'Aucun motif donné'),
    lost: t('Lost deals', 'Transactions perdues'),
    ofLeft: t('Of those that left the stage', 'De celles qui ont quitté la phase'),
    ofLost: t('Of all losses', 'De toutes les pertes'),
    none: t('No deal was lost in this period.', 'Aucune transaction n’a été perdue pendant cette période.'),
  },
  nothing: t('No deal left a stage in this period.', 'Aucune transaction n’a quitté de phase pendant cette période.'),
});

export const useTransitionsMessages = textsHook(transitionsTexts);
