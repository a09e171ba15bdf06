import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesised } from './template.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
const headings = new Set(
  page.split('\n').flatMap((line) => /^#+ (.+)$/.exec(line)?.[1]?.toLowerCase().replaceAll(' ', '-') ?? []),
);
const alarmSchema = z.object({ Properties: z.object({ AlarmDescription: z.string() }) });
const anchors = Object.values(synthesised().findResources('AWS::CloudWatch::Alarm')).map(
  (alarm) => /docs\/operations\.md#([\w-]+)/.exec(alarmSchema.parse(alarm).Properties.AlarmDescription)?.[1] ?? '',
);

describe('docs/operations.md', () => {
  it.each(anchors)('says what to do about the alarm %s', (anchor) => {
    expect(headings).toContain(anchor);
  });
});
