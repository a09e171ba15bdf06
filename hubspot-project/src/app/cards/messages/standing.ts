import type { EvidenceScope } from '@deal-stage-insights/shared';
import { rankIn, type Say } from './say.ts';

/** The numbers of a verdict by the measured chance ever to be won, 0–1. */
export interface ChanceDrop {
  readonly now: number;
  readonly reference: number;
  readonly threshold: number;
}

/** How a deal stands: its time in the stage and its chance. */
export const standing = (say: Say) => {
  const { f, t, many } = say;
  const rank = rankIn(say);
  const visits = (n: number) => t(many(n, 'visit', 'visits'), many(n, 'passage', 'passages'));
  const finishedVisits = (n: number) =>
    t(many(n, 'finished visit', 'finished visits'), many(n, 'passage fini', 'passages finis'));
  const points = (n: number) => many(n, 'point', 'points');
  const scopes: Readonly<Record<EvidenceScope, string>> = {
    owner: t('this owner’s deals in this stage', 'les transactions de ce propriétaire dans cette phase'),
    team: t('this team’s deals in this stage', 'les transactions de cette équipe dans cette phase'),
    source: t('deals of this source in this stage', 'les transactions de cette source dans cette phase'),
    stage: t('all deals in this stage', 'toutes les transactions dans cette phase'),
    pipeline: t('deals of the whole pipeline', 'les transactions de tout le pipeline'),
    portal: t('deals of all pipelines', 'les transactions de tous les pipelines'),
  };
  return {
    headline: {
      stay: (stage: string, ageDays: number, isAtLeast: boolean) =>
        t(
          `In ${stage} for ${isAtLeast ? 'at least ' : ''}${f.duration(ageDays)}`,
          `En ${stage} depuis ${isAtLeast ? 'au moins ' : ''}${f.duration(ageDays)}`,
        ),
      withComparison: (stay: string, comparison: string) => t(`${stay}: ${comparison}`, `${stay}\u00a0: ${comparison}`),
      comparison: (tenths: number, isOfWon: boolean) => {
        const visits = isOfWon
          ? t('deals that were won from here', 'transactions gagnées d’ici')
          : t('visits here', 'passages ici');
        const all = t(`nearly all ${visits}`, `presque ${isOfWon ? 'toutes' : 'tous'} les ${visits}`);
        if (tenths === 0)
          return `${all} ${isOfWon ? t('stayed longer', 'y sont restées plus longtemps') : t('last longer', 'durent plus longtemps')}`;
        const tenth = t(
          `${tenths} of 10 ${visits}`,
          isOfWon
            ? `${many(tenths, 'transaction', 'transactions')} sur 10 gagnées d’ici`
            : `${many(tenths, 'passage', 'passages')} sur 10 ici`,
        );
        const passed = tenths === 5 ? t(`half of the ${visits}`, `la moitié des ${visits}`) : tenth;
        return `${t('longer than', 'plus long que')} ${tenths === 10 ? all : passed}`;
      },
      parked: (stay: string) => t(`Parked. ${stay}`, `En attente. ${stay}`),
      won: (at: number, afterDays: number) =>
        t(
          `Won on ${f.day(at)}, after ${f.duration(afterDays)}`,
          `Gagnée le ${f.day(at)}, après ${f.duration(afterDays)}`,
        ),
      lost: (at: number, afterDays: number) =>
        t(
          `Lost on ${f.day(at)}, after ${f.duration(afterDays)}`,
          `Perdue le ${f.day(at)}, après ${f.duration(afterDays)}`,
        ),
      postWin: (stay: string) => t(`Won. ${stay}`, `Gagnée. ${stay}`),
      deleted: t(
        'This deal was deleted in HubSpot: it counts in no figure',
        'Cette transaction a été supprimée dans HubSpot\u00a0: elle ne compte dans aucun chiffre',
      ),
      dealAge: (days: number) => t(`deal age ${f.duration(days)}`, `âge de la transaction\u00a0: ${f.duration(days)}`),
      visitNumber: (n: number) => t(`${rank(n)} visit to this stage`, `${rank(n)} passage dans cette phase`),
    },
    verdict: {
      stalled: t('Stalled', 'À l’arrêt'),
      whyStalled: t('Why this deal counts as stalled', 'Pourquoi cette transaction est dite à l’arrêt'),
      onTrack: t('On track', 'En bonne voie'),
      tooEarly: t('Too little history to judge', 'Trop peu d’historique pour juger'),
      byChance: ({ now, reference, threshold }: ChanceDrop) =>
        t(
          `Its chance ever to be won was ${f.percent(reference)} when it came into this stage and is ${f.percent(now)} now. Below ${f.percent(threshold)} a deal counts as stalled.`,
          `Sa chance d’être gagnée un jour était de ${f.percent(reference)} à l’entrée dans cette phase et est de ${f.percent(now)} maintenant. Au-dessous de ${f.percent(threshold)}, une transaction est dite à l’arrêt.`,
        ),
      byDays: (now: number, threshold: number) =>
        t(
          `Here for ${f.duration(now)}. In this stage a deal counts as stalled after ${f.duration(threshold)}.`,
          `Ici depuis ${f.duration(now)}. Dans cette phase, une transaction est dite à l’arrêt après ${f.duration(threshold)}.`,
        ),
      tooEarlyBecause: (n: number) =>
        t(
          `Only ${finishedVisits(n)} to this stage so far: no verdict yet.`,
          `Seulement ${finishedVisits(n)} dans cette phase jusqu’ici\u00a0: pas encore de verdict.`,
        ),
      evidence: (n: number) =>
        t(`Judged by ${finishedVisits(n)} to this stage.`, `Jugée d’après ${finishedVisits(n)} dans cette phase.`),
    },
    dwell: {
      title: t('Time in this stage', 'Temps dans cette phase'),
      thisVisit: t('This visit', 'Ce passage'),
      half: t('Half end in', 'La moitié finit en'),
      nineOfTen: t('9 of 10 end in', '9 sur 10 en'),
      moreThan: (days: number) => t(`> ${f.duration(days)}`, `>\u00a0${f.duration(days)}`),
      noFigure: '–',
      overByNow: (share: number) =>
        t(
          `${f.percent(share)} of the visits to this stage were over by this age.`,
          `${f.percent(share)} des passages dans cette phase étaient finis à cet âge.`,
        ),
      evidence: (n: number, open: number) =>
        t(
          `From ${visits(n)}. ${
            open === 0
              ? 'All of them are over.'
              : `${many(open, 'of them is not over and counts', 'of them are not over and count')} as “at least this long”.`
          }`,
          `D’après ${visits(n)}. ${
            open === 0
              ? 'Tous sont finis.'
              : `${many(open, 'n’est pas fini et compte', 'ne sont pas finis et comptent')} comme «\u00a0au moins aussi long\u00a0».`
          }`,
        ),
      overByNowElsewhere: (share: number) =>
        t(
          `${f.percent(share)} of visits to such a stage are over by this age.`,
          `${f.percent(share)} des passages dans une telle phase sont finis à cet âge.`,
        ),
      borrowed: (n: number, from: EvidenceScope) =>
        t(
          `Too few of its own visits are over: mostly from ${visits(n)}, ${scopes[from]}.`,
          `Trop peu de ses propres passages sont finis\u00a0: surtout d’après ${visits(n)}, ${scopes[from]}.`,
        ),
      insufficient: (n: number, needed: number) =>
        t(
          `Too little history to say what is usual here: ${f.count(n)} of the ${f.count(needed)} finished visits needed.`,
          `Trop peu d’historique pour dire ce qui est habituel ici\u00a0: ${finishedVisits(n)} sur les ${f.count(needed)} nécessaires.`,
        ),
    },
    win: {
      title: t('Chance to be won', 'Chance d’être gagnée'),
      withinDays: (days: number) => t(`Within ${f.duration(days)}`, `Sous ${f.duration(days)}`),
      between: (low: number, high: number) =>
        t(`${f.percent(low)} to ${f.percent(high)}`, `de ${f.percent(low)} à ${f.percent(high)}`),
      atLeast: (low: number) => t(`at least ${f.percent(low)}`, `au moins ${f.percent(low)}`),
      interval: (range: string, level: number) =>
        t(`${range} (${f.percent(level)} interval)`, `${range} (intervalle à ${f.percent(level)})`),
      measuredEver: t('At any time, measured', 'Un jour, mesurée'),
      typed: t('Typed in HubSpot', 'Saisie dans HubSpot'),
      notTyped: t(
        'No probability is typed in HubSpot for this stage.',
        'Aucune probabilité n’est saisie dans HubSpot pour cette phase.',
      ),
      typedOff: (n: number, isHigher: boolean) =>
        t(
          `The typed probability is ${points(n)} ${isHigher ? 'higher' : 'lower'} than what was measured.`,
          `La probabilité saisie est de ${points(n)} ${isHigher ? 'supérieure' : 'inférieure'} à ce qui a été mesuré.`,
        ),
      typedAgrees: t(
        'The typed probability agrees with what was measured.',
        'La probabilité saisie s’accorde avec ce qui a été mesuré.',
      ),
      evidence: (n: number, from: EvidenceScope) =>
        t(
          `Measured from ${visits(n)} that lasted at least this long: ${scopes[from]}.`,
          `Mesurée d’après ${visits(n)} qui ont duré au moins aussi longtemps\u00a0: ${scopes[from]}.`,
        ),
      /** Of the plain rate, which is shown where the estimate by age is not known to be better. */
      evidenceAtAnyAge: (n: number, from: EvidenceScope, isTooEarly: boolean) =>
        t(
          `The rate at any age, from ${visits(n)} (${scopes[from]}): ${isTooEarly ? 'too few forecasts have come due to judge the estimate by age' : 'the estimate by age has not proved better here'}.`,
          `Le taux à tout âge, d’après ${visits(n)} (${scopes[from]})\u00a0: ${isTooEarly ? 'trop peu de prévisions sont arrivées à terme pour juger l’estimation selon l’âge' : 'l’estimation selon l’âge ne s’est pas montrée meilleure ici'}.`,
        ),
      atEntry: (share: number) =>
        t(
          `It was ${f.percent(share)} on the day the deal came into the stage.`,
          `Elle était de ${f.percent(share)} le jour de l’entrée dans la phase.`,
        ),
      insufficient: (n: number, needed: number) =>
        t(
          `Too little history to measure a chance: of the ${f.count(needed)} visits needed, ${many(n, 'has', 'have')} been watched long enough.`,
          `Trop peu d’historique pour mesurer une chance\u00a0: sur les ${f.count(needed)} passages nécessaires, ${many(n, 'a été suivi', 'ont été suivis')} assez longtemps.`,
        ),
    },
  };
};
