import { type ChildProcess, fork } from 'node:child_process';
import { noteSchema, type Order, type Role } from './protocol.ts';

/** How many calls a process makes in its life, and whether the last one still has its effect. */
interface Life {
  readonly calls: number;
  readonly isLastCarriedOut: boolean;
}

interface HouseholdOptions {
  /** What each process runs. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Asked at each start of a process. */
  readonly lifeOf: (role: Role) => Life;
}

/**
 * The processes of the product. Each is killed (SIGKILL, so it cannot tidy up) at a call that it makes, when its life is
 * over, and another one takes its place.
 */
export function openHousehold({ program, env, lifeOf }: HouseholdOptions) {
  const members = new Map<Role, Member>();
  const exits = new Map<Role, Promise<void>>();
  const deaths = { count: 0, byThemselves: [] as string[] };
  let doorUrl = 'http://127.0.0.1:1'; // Nobody is there yet.
  let isOver = false;
  let calls = 0;
  const watchers: (() => void)[] = [];
  const tellWatchers = () => {
    for (const watch of watchers.splice(0)) watch();
  };

  const start = (role: Role): Promise<void> => {
    const child = fork(program, { env: { ...process.env, ...env, ROLE: role, AWS_ACCESS_KEY_ID: role }, execArgv: [] });
    const member: Member = { child, left: lifeOf(role), orders: new Map() };
    members.set(role, member);
    const ready = Promise.withResolvers<void>();
    child.on('message', (message) => {
      const note = noteSchema.parse(message);
      if (note.kind === 'done') return member.orders.get(note.id)?.(note.hasFailed ? 'failed' : 'done');
      if (note.url !== null) doorUrl = note.url;
      return ready.resolve();
    });
    const exit = Promise.withResolvers<void>();
    exits.set(role, exit.promise);
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') deaths.byThemselves.push(`${role}: ${code ?? signal ?? 'unknown'}`);
      for (const end of member.orders.values()) end('killed');
      ready.resolve();
      exit.resolve();
      tellWatchers();
      if (!isOver) void start(role);
    });
    return ready.promise;
  };

  return {
    doorUrl: () => doorUrl,
    kills: () => deaths.count,
    /** Deaths that nobody caused: faults of the product. */
    crashes: (): readonly string[] => deaths.byThemselves,
    start: async () => void (await Promise.all([start('door'), start('work')])),
    /** A process makes a call. Answers whether the call may have its effect. */
    call(role: Role): boolean {
      calls += 1;
      tellWatchers();
      const member = members.get(role);
      if (member === undefined || member.child.killed) return true; // On its way when its process died.
      const { calls: left, isLastCarriedOut } = member.left;
      member.left = { calls: left - 1, isLastCarriedOut };
      if (left > 1) return true;
      deaths.count += 1;
      member.child.kill('SIGKILL');
      return isLastCarriedOut;
    },
    /** Has the job done. Answers how it ended. */
    order(job: Order['job']): Promise<'done' | 'failed' | 'killed'> {
      const member = members.get('work');
      if (member === undefined || member.child.exitCode !== null) return Promise.resolve('killed');
      const ended = Promise.withResolvers<'done' | 'failed' | 'killed'>();
      const order: Order = { id: member.orders.size + 1, job };
      member.orders.set(order.id, ended.resolve);
      member.child.send(order, (error) => {
        if (error !== null) ended.resolve('killed');
      });
      return ended.promise;
    },
    /** Resolves when so many more calls were made, or nobody has made one for a while: then there is nothing to do. */
    async callsMade(more: number, quietMs: number): Promise<void> {
      const until = calls + more;
      let isQuiet = false;
      while (calls < until && !isQuiet) {
        const seen = calls;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, quietMs);
          watchers.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
        isQuiet = calls === seen;
      }
    },
    async close(): Promise<void> {
      isOver = true;
      for (const { child } of members.values()) child.kill('SIGKILL');
      await Promise.all(exits.values());
    },
  };
}

interface Member {
  readonly child: ChildProcess;
  left: Life;
  readonly orders: Map<number, (end: 'done' | 'failed' | 'killed') => void>;
}
