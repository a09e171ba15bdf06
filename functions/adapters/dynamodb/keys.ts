/**
 * Every key of the one table. The portal stands first in each partition, so nothing of one account is ever beside another's.
 *
 * | access pattern                                  | partition               | sort                | operation        |
 * |-------------------------------------------------|-------------------------|---------------------|------------------|
 * | a deal's record; those of some deals            | `<portal>#deals#<shard>`| deal id             | Get, BatchGet    |
 * | all records of a shard                          | `<portal>#deals#<shard>`| (all)               | Query            |
 * | a shard's head                                  | `<portal>#heads`        | shard               | Get              |
 * | all heads                                       | `<portal>#heads`        | (all)               | Query            |
 * | the parts of a chunk                            | `<portal>#chunks#<shard>`| chunk id `#` part  | Get, BatchGet    |
 * | a report of a pipeline                          | `<portal>#reports#<pipeline>` | name          | Get              |
 * | pipelines, owners, account as HubSpot said      | `<portal>#reference`    | name                | Get              |
 * | each list of pipelines that ever held           | `<portal>#pipelines`    | first read at       | Query            |
 * | deals set aside, with the reason                | `<portal>#dead-letters` | deal id             | Query            |
 * | marks, results, checkpoint, watermark           | `<portal>#status`       | name                | Get              |
 * | all sections of settings; one of them            | `<portal>#settings`     | section             | Query, Get       |
 * | what a section was before its last changes      | `<portal>#settings-history#<section>` | slot  | Query            |
 * | chances said on a day, by shard; the totals     | `<portal>#frozen#<day>` | shard, `totals`     | Query, BatchGet  |
 * | what people noted of a deal on its card         | `<portal>#notes#<shard>`| deal id             | Get              |
 * | the deals that wait with reason                 | `<portal>#snoozes`      | deal id             | Query            |
 * | what was asked to be erased                     | `<portal>#erasures`     | scope `#` deal id   | Query, Get       |
 * | everything of an account                        | begins with `<portal>#` | (all)               | Scan, to erase   |
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type ReferenceName = 'pipelines' | 'owners' | 'account';
export type StatusName = 'marks' | 'arrivals' | 'nightly' | 'reconcile' | 'sweep' | 'backfill' | 'watermark';

export interface Keys {
  /** What every partition of the account begins with. */
  readonly account: string;
  readonly dealsOf: (shard: number) => string;
  readonly deal: (shard: number, dealId: string) => Key;
  readonly dealNotes: (shard: number, dealId: string) => Key;
  readonly snoozes: string;
  readonly snooze: (dealId: string) => Key;
  readonly heads: string;
  readonly head: (shard: number) => Key;
  readonly chunksOf: (shard: number) => string;
  readonly chunkPart: (shard: number, chunkId: string, part: number) => Key;
  readonly report: (pipelineId: string, name: string) => Key;
  readonly reference: (name: ReferenceName) => Key;
  readonly pipelineHistory: string;
  readonly pipelinesSince: (readAt: number) => Key;
  readonly deadLetters: string;
  readonly deadLetter: (dealId: string) => Key;
  readonly status: (name: StatusName) => Key;
  readonly allSettings: string;
  readonly settings: (section: string) => Key;
  readonly pastSettingsOf: (section: string) => string;
  readonly pastSettings: (section: string, slot: number) => Key;
  readonly frozenOf: (day: string) => string;
  readonly frozenShard: (day: string, shard: number) => Key;
  readonly frozenTotals: (day: string) => Key;
  readonly erasures: string;
  readonly dealErasure: (dealId: string) => Key;
  readonly portalErasure: Key;
}

export function keysOf(portalId: string): Keys {
  const dealsOf = (shard: number) => join(portalId, 'deals', padded(shard));
  const snoozes = join(portalId, 'snoozes');
  const heads = join(portalId, 'heads');
  const chunksOf = (shard: number) => join(portalId, 'chunks', padded(shard));
  const pipelineHistory = join(portalId, 'pipelines');
  const deadLetters = join(portalId, 'dead-letters');
  const allSettings = join(portalId, 'settings');
  const pastSettingsOf = (section: string) => join(portalId, 'settings-history', section);
  const frozenOf = (day: string) => join(portalId, 'frozen', day);
  const erasures = join(portalId, 'erasures');
  return {
    account: join(portalId, ''),
    dealsOf,
    deal: (shard, dealId) => ({ pk: dealsOf(shard), sk: join(dealId) }),
    dealNotes: (shard, dealId) => ({ pk: join(portalId, 'notes', padded(shard)), sk: join(dealId) }),
    snoozes,
    snooze: (dealId) => ({ pk: snoozes, sk: join(dealId) }),
    heads,
    head: (shard) => ({ pk: heads, sk: padded(shard) }),
    chunksOf,
    chunkPart: (shard, chunkId, part) => ({ pk: chunksOf(shard), sk: join(chunkId, String(part)) }),
    report: (pipelineId, name) => ({ pk: join(portalId, 'reports', pipelineId), sk: join(name) }),
    reference: (name) => ({ pk: join(portalId, 'reference'), sk: name }),
    pipelineHistory,
    pipelinesSince: (readAt) => ({ pk: pipelineHistory, sk: String(readAt).padStart(15, '0') }),
    deadLetters,
    deadLetter: (dealId) => ({ pk: deadLetters, sk: join(dealId) }),
    status: (name) => ({ pk: join(portalId, 'status'), sk: name }),
    allSettings,
    settings: (section) => ({ pk: allSettings, sk: section }),
    frozenOf,
    frozenShard: (day, shard) => ({ pk: frozenOf(day), sk: padded(shard) }),
    frozenTotals: (day) => ({ pk: frozenOf(day), sk: 'totals' }),
    pastSettingsOf,
    pastSettings: (section, slot) => ({ pk: pastSettingsOf(section), sk: padded(slot) }),
    erasures,
    dealErasure: (dealId) => ({ pk: erasures, sk: join('deal', dealId) }),
    portalErasure: { pk: erasures, sk: 'portal' },
  };
}

/** The words of a key, outermost first: what `keysOf` was given, and for error messages. */
export function keyParts({ pk, sk }: Key): readonly string[] {
  return [...pk.split('#'), ...sk.split('#')].map(decodeURIComponent);
}

// Ids come from HubSpot: one that holds the separator must not look like two.
const join = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[%#]/g, encodeURIComponent)).join('#');

const padded = (shard: number): string => String(shard).padStart(3, '0');
