import type { Bilingual, Hint, HintAction } from '../contract/hints.ts';
import type { Money } from '../contract/money.ts';
import type { RuleSettings } from '../contract/settings.ts';
import { sorted } from '../history/order.ts';
import type { Finding, Rule } from './rule.ts';
import { RULE_BOOK } from './rule-book.ts';
import type { Situation } from './situation.ts';
import { writeText } from './write-text.ts';

export interface HintQuestion {
  readonly deal: Situation;
  readonly settings: RuleSettings;
  /** The owner id of who reads; null for anybody else: then nothing is told that is an owner's own. */
  readonly readerOwnerId: string | null;
  readonly dismissed: ReadonlySet<string>;
  /** By hint id: the follow-up tasks that were made of hints. */
  readonly tasks: Readonly<Record<string, { readonly taskId: string; readonly createdAt: number }>>;
}

/** More would not be read. */
export const HINTS_MAX = 3;

/**
 * What the rules find about a deal, the most valuable first: amount × the most that the finding may be worth as a change of
 * the chance to win; where there is no amount, by that alone. Switched-off rules, dismissed hints and findings below the
 * rule's n are left out. A card shows the first three.
 * @example hintsOf(question).slice(0, HINTS_MAX)
 */
export function hintsOf(question: HintQuestion): readonly Hint[] {
  const found = RULE_BOOK.flatMap((rule) => {
    const finding = mayBeTold(rule, question) ? finds(rule, question) : null;
    return finding === null ? [] : [{ rule, finding }];
  });
  const ordered = sorted(found, (a, b) => b.finding.worth - a.finding.worth);
  return ordered
    .map(({ rule, finding }) => hintOf(rule, finding, question))
    .filter(({ hintId }) => !question.dismissed.has(hintId));
}

/** The rule, the deal and the entry of the visit it speaks of. */
function hintIdOf(ruleId: string, { dealId, visit }: Pick<Situation, 'dealId' | 'visit'>): string {
  return `${ruleId}.${dealId}.${visit.enteredAt}`;
}

function mayBeTold(rule: Rule, { deal, settings, readerOwnerId }: HintQuestion): boolean {
  if (settings.rules[rule.ruleId]?.isOn === false || rule.looksAt !== deal.status) return false;
  return rule.audience === 'everyone' || (readerOwnerId !== null && readerOwnerId === deal.facts.ownerId);
}

function finds(rule: Rule, { deal, settings }: HintQuestion): Finding | null {
  const set = settings.rules[rule.ruleId]?.thresholds ?? {};
  const limit = (name: string): number => set[name] ?? rule.thresholds[name]?.default ?? Number.NaN;
  const finding = rule.find(deal, limit);
  return finding !== null && finding.n >= rule.nMin ? finding : null;
}

function hintOf({ ruleId, action, remedy }: Rule, finding: Finding, { deal, tasks }: HintQuestion): Hint {
  const { evidence, words = {}, n, nCounts, worth } = finding;
  const hintId = hintIdOf(ruleId, deal);
  const currency = deal.figures?.currency ?? deal.facts.amount?.currency ?? '';
  return {
    hintId,
    ruleId,
    message: writeText(finding.message, { evidence, words, currency }),
    remedy,
    action,
    actionLabel: ACTION_LABELS[action],
    evidence,
    n,
    nCounts,
    valueAtStake: valueOf(deal.facts.amount, worth),
    task: tasks[hintId] ?? null,
  };
}

function valueOf(amount: Money | null, worth: number): Money | null {
  if (amount === null) return null;
  return { amount: Math.round(amount.amount * worth * 100) / 100, currency: amount.currency };
}

const ACTION_LABELS: Readonly<Record<HintAction, Bilingual>> = {
  'create-task': { en: 'Create a follow-up task', fr: 'Créer une tâche de suivi' },
  'change-close-date': { en: 'Change the close date', fr: 'Changer la date de clôture' },
  'plan-activity': { en: 'Plan an activity', fr: 'Planifier une activité' },
  'add-contact': { en: 'Add a contact', fr: 'Ajouter un contact' },
  'check-amount': { en: 'Check the amount', fr: 'Vérifier le montant' },
  'move-stage': { en: 'Move to the next stage', fr: 'Passer à la phase suivante' },
  'open-report': { en: 'Open the report', fr: 'Ouvrir le rapport' },
  none: { en: 'Nothing to click', fr: 'Rien à cliquer' },
};
