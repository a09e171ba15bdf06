import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../functions/errors.ts';
import { createLog } from '../../functions/log.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function lineOf(error: unknown): string {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  createLog('test', 'INFO').error('failed', { error });
  vi.restoreAllMocks();
  return written.join('');
}

const parseError = (): unknown => {
  try {
    return JSON.parse('Acme is the name of a deal');
  } catch (error) {
    return error;
  }
};

describe('the log of a failure', () => {
  it('does not quote what a parser could not read, however deep it lies', () => {
    const inner = new AppError('invalid-request', 'Not understood.', { cause: parseError() });

    const line = lineOf(new AppError('internal', 'Not worked on.', { cause: inner }));

    expect(line).toContain('Not worked on.');
    expect(line).toContain('Not understood.');
    expect(line).toContain('SyntaxError');
    expect(line).not.toContain('Acme');
  });

  it('shows any other failure as it is, with the place in the code', () => {
    const line = lineOf(new AppError('internal', 'Not worked on.', { cause: new TypeError('x is not a function') }));

    expect(line).toContain('x is not a function');
    expect(line).toContain('log.test');
  });

  it('says of what is thrown and is no error only what kind it is', () => {
    expect(lineOf('Acme')).toContain('Thrown: string.');
    expect(lineOf('Acme')).not.toContain('Acme');
  });
});
