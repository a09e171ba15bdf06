import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** Says so before anything is loaded when the port is taken. */
export async function assertPortIsFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch (cause) {
    throw new StartError(`Port ${port} is in use: stop what uses it, or choose another with --port.`, { cause });
  } finally {
    probe.close();
  }
}
