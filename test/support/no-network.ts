import net from 'node:net';

// Tests speak to this machine alone: a connection to anywhere else is a mistake in the test, and fails at once.
const isLoopback = (host: string | undefined): boolean =>
  host === undefined || /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);

const connect: unknown = Reflect.get(net.Socket.prototype, 'connect');
function connectLocally(this: net.Socket, ...args: unknown[]): net.Socket {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : args[1];
  if (typeof host === 'string' && !isLoopback(host))
    throw new Error(`A test tried to reach ${host}: tests use no network.`);
  if (typeof connect !== 'function')
    throw new Error('Node has no Socket.connect any more: guard the network another way.');
  return Reflect.apply(connect, this, args);
}
// Files share a worker, and each of them comes here.
if (typeof connect !== 'function' || connect.name !== connectLocally.name)
  net.Socket.prototype.connect = connectLocally;
