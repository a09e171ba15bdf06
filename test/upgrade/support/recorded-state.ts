import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export const RECORDED_FOLDER = path.join(import.meta.dirname, '../../fixtures/upgrade');

type RawItem = Readonly<Record<string, AttributeValue>>;

/** The whole table of an installation, as a version of the code left it. */
export interface RecordedState {
  readonly codeVersion: string;
  readonly modelVersion: string;
  readonly recordFormat: number;
  readonly blockFormat: number;
  readonly portalId: string;
  /** What the clock said at the end. */
  readonly at: number;
  /** In order of key. */
  readonly items: readonly RawItem[];
}

/** One item a line; bytes as base64. */
export function writeState({ items, ...versions }: RecordedState): string {
  const head = JSON.stringify(versions).slice(0, -1);
  return `${head},"items":[\n${items.map((item) => JSON.stringify(item, encodeBytes)).join(',\n')}\n]}\n`;
}

export function readState(version: string): RecordedState {
  return JSON.parse(readFileSync(path.join(RECORDED_FOLDER, `state-${version}.json`), 'utf8'), decodeBytes);
}

/** The code versions of which a state is recorded. */
export function recordedVersions(): readonly string[] {
  return readdirSync(RECORDED_FOLDER).flatMap((name) => /^state-(.+)\.json$/.exec(name)?.[1] ?? []);
}

const encodeBytes = (key: string, value: unknown): unknown =>
  key === 'B' && value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const decodeBytes = (key: string, value: unknown): unknown =>
  key === 'B' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
