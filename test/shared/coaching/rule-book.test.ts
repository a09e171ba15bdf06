import type { Hint } from '@deal-stage-insights/shared';
import { RULE_BOOK } from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeEvidence } from '../../../shared/src/coaching/write-text.ts';
import { generatedRecords } from '../../support/generated-blocks.ts';
import { type Coaches, coachesOf, CURRENCY } from './coached.ts';

const CAUSAL = /\b(because|causes?|caused|due to|results? in|makes? it|thanks to|parce qu|à cause|grâce à|entraîne)/i;
const NUMBER = /\d[\d.,\u202f]*\d|\d/g;

let shown: readonly { readonly hints: readonly Hint[]; readonly words: string }[];
let coaches: Coaches;

beforeAll(() => {
  const { pipelines, portal } = generatedRecords({ deals: 1500 });
  shown = pipelines.flatMap(({ pipeline, table, records }) => {
    coaches = coachesOf(table, pipeline, portal.endsAt);
    return records.slice(-150).map((record) => {
      const card = coaches.card(record);
      const words = [card.stage.label, card.facts?.source ?? ''].join(' ');
      return { hints: card.hints ?? [], words };
    });
  });
});

describe('the rule book', () => {
  it('has at least sixteen rules, each with its own id, which is the name of its file', () => {
    const ids = RULE_BOOK.map(({ ruleId }) => ruleId);

    expect(ids.length).toBeGreaterThanOrEqual(16);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z-]*$/);
  });

  it('gives each threshold a default with a reason, and each rule a number below which it is silent', () => {
    for (const { nMin, thresholds } of RULE_BOOK) {
      expect(nMin).toBeGreaterThanOrEqual(1);
      for (const { default: value, reason } of Object.values(thresholds)) {
        expect(value).toBeGreaterThan(0);
        expect(reason.length).toBeGreaterThan(20);
      }
    }
  });

  it('suggests in both languages, and never says why', () => {
    for (const { remedy, title } of RULE_BOOK) {
      for (const text of [remedy.en, remedy.fr, title.en, title.fr]) {
        expect(text.length).toBeGreaterThan(3);
        expect(text).not.toMatch(CAUSAL);
        expect(text).not.toMatch(NUMBER);
      }
    }
  });
});

describe('hints on a generated portal', () => {
  const all = () => shown.flatMap(({ hints, words }) => hints.map((hint) => ({ hint, words })));

  it('come, at most three on a card, each with evidence and n', () => {
    expect(all().length).toBeGreaterThan(100);
    for (const { hints } of shown) expect(hints.length).toBeLessThanOrEqual(3);
    for (const { hint } of all()) {
      expect(hint.n).toBeGreaterThanOrEqual(RULE_BOOK.find(({ ruleId }) => ruleId === hint.ruleId)?.nMin ?? Infinity);
      expect(hint.evidence.length).toBeGreaterThan(0);
    }
  });

  it('write no number that is not one of their evidence, in either language (L6)', () => {
    for (const { hint, words } of all()) {
      for (const language of ['en', 'fr'] as const) {
        const writing = { language, currency: CURRENCY };
        const told = hint.evidence.flatMap((each) => [
          ...(writeEvidence(each, writing).match(NUMBER) ?? []),
          ...(each.unit === 'share' || each.unit === 'money'
            ? []
            : (writeEvidence(each, { ...writing, isBare: true }).match(NUMBER) ?? [])),
        ]);
        const numbers = hint.message[language].replace(words.split(' ')[0] ?? '', '').match(NUMBER) ?? [];
        expect(numbers.length).toBeGreaterThan(0);
        expect(told).toEqual(expect.arrayContaining([...numbers]));
      }
    }
  });

  it('speak of past deals only where they hold the deal against some', () => {
    const compared = all().filter(({ hint }) =>
      hint.evidence.some(({ unit, name }) => unit === 'deals' || unit === 'share' || name === 'median'),
    );
    const alone = all().filter(({ hint }) => hint.nCounts === 'this-deal');

    expect(alone.length).toBeGreaterThan(0);
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.filter(({ hint }) => hint.nCounts === 'this-deal')).toEqual([]);
    expect(alone.filter(({ hint }) => hint.evidence.some(({ unit }) => unit === 'deals'))).toEqual([]);
  });

  it('never say why, and come most valuable first', () => {
    for (const { hint } of all()) expect(hint.message.en + hint.message.fr).not.toMatch(CAUSAL);
    for (const { hints } of shown) {
      const values = hints.map(({ valueAtStake }) => valueAtStake?.amount ?? 0);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  it('have the same id as long as the deal is in the same visit, and no two of a card have the same', () => {
    const ids = all().map(({ hint }) => hint.hintId);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { hint } of all()) expect(hint.hintId).toMatch(/^[a-z-]+\.\d+\.\d+$/);
  });
});
