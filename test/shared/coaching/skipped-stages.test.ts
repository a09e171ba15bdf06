import { describe, expect, it } from 'vitest';
import { skippedStages } from '../../../shared/src/coaching/skipped-stages.ts';

const OPEN = ['lead', 'meeting', 'demo', 'offer'];

describe('skippedStages', () => {
  it.each([
    ['every stage that a move passed over', ['lead', 'offer'], ['meeting', 'demo']],
    ['nothing where each stage was seen', ['lead', 'meeting', 'demo', 'offer'], []],
    ['not a stage that the deal had been in before', ['lead', 'meeting', 'lead', 'demo'], []],
    ['nothing by moves back', ['offer', 'lead'], []],
    ['nothing before the stage that the deal began in', ['demo', 'offer'], []],
    ['nothing over a stage that is not open', ['lead', 'lost', 'offer'], []],
  ])('tells %s', (_, way, skipped) => {
    expect(skippedStages(way, OPEN)).toEqual(skipped);
  });
});
