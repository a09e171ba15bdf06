import { days, daysBetween, type Rule } from '../rule.ts';
import { everChances, isActivityPlanned } from '../situation.ts';

const title: Rule['title'] = { en: 'Silence', fr: 'Silence' };
const remedy: Rule['remedy'] = {
  en: 'Call, or send something that helps them decide: an answer to their last question, a case of their industry.',
  fr: 'Appelez, ou envoyez ce qui les aide à décider\u00a0: une réponse à leur dernière question, un cas de leur secteur.',
};

const SILENT_DAYS = 14;

/** What a record that shows it says, and what may help. Apart from the rule, so that who only suggests it does not carry what finds it. */
export const silenceStep = { title, remedy, days: SILENT_DAYS };

/** After a demo or a proposal: in every stage but the first, where nobody has heard anything from us yet. */
export const silence: Rule = {
  ruleId: 'silence',
  title,
  looksAt: 'open',
  audience: 'everyone',
  restsOn: 'deal',
  nMin: 1,
  thresholds: {
    silentDays: {
      unit: 'days',
      default: SILENT_DAYS,
      reason: 'Two working weeks without a word are long in most sales.',
    },
  },
  remedy,
  action: 'create-task',
  find(deal, limit) {
    const { facts, now, stage, isFirstStage } = deal;
    if (isFirstStage || facts.lastContactedAt === null) return null;
    const silentDays = daysBetween(facts.lastContactedAt, now);
    if (isActivityPlanned(deal) || silentDays < limit('silentDays')) return null;
    return {
      message: {
        en: 'In {stage}, the last contact was {silentDays} ago, and none is planned.',
        fr: 'En {stage}, le dernier contact date d’il y a {silentDays}, et aucun n’est prévu.',
      },
      words: { stage: stage.label },
      evidence: [days('silentDays', silentDays)],
      n: 1,
      nCounts: 'this-deal',
      worth: 0.25 * (everChances(deal)?.now ?? 0.2),
    };
  },
};
