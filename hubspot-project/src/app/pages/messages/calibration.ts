import { type Say, textsHook } from '@deal-stage-insights/ui';

export const calibrationTexts = ({ f, t, many }: Say) => {
  const knowsTime = t(
    'Shown are chances that know how long a deal has been in its stage',
    'Les chances affichées tiennent compte du temps déjà passé dans la phase',
  );
  const rate = t('Shown is the plain rate of each stage', 'Le simple taux de chaque phase est affiché');
  const colon = t(':', '\u00a0:');
  const of = (forecasts: number, deals: number) =>
    t(
      `${many(forecasts, 'forecast', 'forecasts')} of ${many(deals, 'deal', 'deals')}`,
      `${many(forecasts, 'prévision', 'prévisions')} sur ${many(deals, 'transaction', 'transactions')}`,
    );
  return {
    none: t('No forecast has come due yet', 'Aucune prévision n’est encore arrivée à échéance'),
    noneBody: (days: number) =>
      t(
        `A forecast is judged once its ${f.duration(days)} have passed. Until the first ones have, there is nothing to judge.`,
        `Une prévision est jugée une fois ses ${f.duration(days)} écoulés. D’ici là, il n’y a rien à juger.`,
      ),
    promotion: {
      'life-table': {
        proven: `${knowsTime}${colon} ${t('they proved better than the plain rate of the stage.', 'elles se sont montrées meilleures que le simple taux de la phase.')}`,
        'not-proven': `${knowsTime}.`,
        insufficient: `${knowsTime}.`,
      },
      'stage-rate': {
        proven: `${rate}.`,
        'not-proven': `${rate}${colon} ${t('knowing how long a deal has been there did not prove better so far.', 'tenir compte du temps passé dans la phase ne s’est pas montré meilleur jusqu’ici.')}`,
        insufficient: `${rate}${colon} ${t('too few forecasts have come due to tell whether more helps.', 'trop peu de prévisions sont échues pour dire si plus aiderait.')}`,
      },
    },
    said: (said: number, won: number) =>
      t(
        `On average ${f.percent(said)} was said, and ${f.percent(won)} of the deals were won in time.`,
        `En moyenne, ${f.percent(said)} était annoncé, et ${f.percent(won)} des transactions ont été gagnées à temps.`,
      ),
    records: {
      frozen: (forecasts: number, deals: number) =>
        t(
          `Judged by what was really said: ${of(forecasts, deals)}.`,
          `Jugé sur ce qui a vraiment été annoncé\u00a0: ${of(forecasts, deals)}.`,
        ),
      backtest: (forecasts: number, deals: number) =>
        t(
          `Judged by the past: ${of(forecasts, deals)}, each made from what was known on its day.`,
          `Jugé sur le passé\u00a0: ${of(forecasts, deals)}, chacune faite avec ce que l’on savait ce jour-là.`,
        ),
    },
    notDue: (n: number) => t(`Not due yet: ${f.count(n)}.`, `Pas encore échues\u00a0: ${f.count(n)}.`),
    withoutChance: (n: number) =>
      t(
        `Of ${f.count(n)} too little was known to say anything.`,
        `Pour ${f.count(n)}, on en savait trop peu pour dire quoi que ce soit.`,
      ),
    scores: {
      error: t('Said and seen lie apart by', 'Écart entre annoncé et constaté'),
      errorNote: t('on average over ten groups', 'en moyenne sur dix groupes'),
      brier: t('Brier score', 'Score de Brier'),
      brierNote: t('0 is perfect, 0.25 is tossing a coin', '0 est parfait, 0,25 équivaut à pile ou face'),
      ranking: t('Ranks the winner first', 'Classe la gagnante en premier'),
      rankingNote: t(
        'of two deals; 50% is tossing a coin',
        'de deux transactions\u00a0; 50\u00a0% équivaut à pile ou face',
      ),
    },
    reliability: {
      title: (days: number) =>
        t(
          `Said and seen: won within ${f.duration(days)}, in percent`,
          `Annoncé et constaté\u00a0: gagnées sous ${f.duration(days)}, en pourcentage`,
        ),
      group: t(
        'Groups of equally many forecasts, the least likely first',
        'Groupes d’autant de prévisions, les moins probables d’abord',
      ),
      axis: t('Percent won', 'Pourcentage gagné'),
      names: {
        said: t('Said', 'Annoncé'),
        seen: t('Seen', 'Constaté'),
      },
      groupColumn: t('Group', 'Groupe'),
      forecasts: t('Forecasts', 'Prévisions'),
    },
    against: {
      title: t('Against two simpler ways', 'Face à deux méthodes plus simples'),
      way: t('Compared with', 'Comparé à'),
      rate: t('Plain rate of the stage', 'Simple taux de la phase'),
      typed: t('Probability typed in HubSpot', 'Probabilité saisie dans HubSpot'),
      own: t('Brier, this app', 'Brier, cette application'),
      other: t('Brier, the other', 'Brier, l’autre'),
      skill: t('Better by', 'Meilleur de'),
      forecasts: t('Same forecasts', 'Mêmes prévisions'),
    },
    verdicts: {
      better: t('Better', 'Meilleur'),
      worse: t('Worse', 'Moins bon'),
      'no-clear-difference': t('No clear difference', 'Pas de différence nette'),
      insufficient: t('Too little data', 'Trop peu de données'),
    },
    stages: {
      title: t('Stage by stage', 'Phase par phase'),
      skill: t('Better than the plain rate by', 'Meilleur que le simple taux de'),
    },
    fit: {
      fits: t('Fits', 'Juste'),
      'too-high': t('Said too much', 'Trop annoncé'),
      'too-low': t('Said too little', 'Trop peu annoncé'),
    },
  };
};

export const useCalibrationMessages = textsHook(calibrationTexts);
