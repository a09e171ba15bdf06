import { describe, expect, it } from 'vitest';
import { parseIngestMessage, parseRollupMessage } from '../../functions/queue-messages.ts';

describe('parseIngestMessage', () => {
  it('reads what the queue carries', () => {
    const message = { dealIds: ['1', '2'], origin: 'webhook', sentAt: 5 };

    expect(parseIngestMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    '',
    'nonsense',
    '[]',
    '{"dealIds":[],"origin":"webhook","sentAt":5}',
    '{"dealIds":[""],"origin":"webhook","sentAt":5}',
  ])('refuses %j', (body) => {
    expect(() => parseIngestMessage(body)).toThrow('A message of the ingest queue has an unknown form.');
  });
});

describe('parseRollupMessage', () => {
  it('reads what the queue carries', () => {
    expect(parseRollupMessage('{"shards":[0,255]}')).toEqual({ shards: [0, 255] });
  });

  it.each(['{"shards":[256]}', '{"shards":[-1]}', '{"shards":[1.5]}', '{"shards":[]}', 'null'])(
    'refuses %j',
    (body) => {
      expect(() => parseRollupMessage(body)).toThrow('A message of the rollup queue has an unknown form.');
    },
  );
});
