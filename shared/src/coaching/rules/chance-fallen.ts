import { days, type Rule, share } from '../rule.ts';

const remedy: Rule['remedy'] = {
  en: 'Agree on a next step with a date, or close the deal if nobody wants it any more.',
  fr: 'Convenez d’une prochaine étape datée, ou fermez la transaction si plus personne n’en veut.',
};

/** As `silenceStep`. */
export const fallenStep = { remedy };

/** The product's own verdict "stalled", where it rests on the chance to be won. */
export const chanceFallen: Rule = {
  ruleId: 'chance-fallen',
  title: { en: 'Chance has fallen', fr: 'Chance en baisse' },
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'statistics',
  nMin: 50,
  thresholds: {},
  remedy,
  action: 'create-task',
  find({ stalled, stage, ageDays }) {
    const { verdict, rule, now, reference, n } = stalled;
    if (verdict !== 'stalled' || rule !== 'probability-drop' || now === null || reference === null) return null;
    return {
      message: {
        en: 'In {stage} for {ageDays}. Of deals that enter it {atEntry} are won in the end; of those that are still there at this age, {now}.',
        fr: 'En {stage} depuis {ageDays}. Des transactions qui y entrent, {atEntry} finissent gagnées\u00a0; de celles qui y sont encore à cet âge, {now}.',
      },
      words: { stage: stage.label },
      evidence: [days('ageDays', ageDays), share('atEntry', reference), share('now', now)],
      n,
      nCounts: 'past-deals',
      worth: reference - now,
    };
  },
};
