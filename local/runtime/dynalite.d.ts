declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the LevelDB files; without it everything is in memory. */
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  /** An embedded DynamoDB: listens when told to; `close` also closes its files. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
