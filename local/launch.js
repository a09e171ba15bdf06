// The check comes first: an older Node could not even read the TypeScript that follows.
import '../tools/require-node.js';

await import('./start.ts');
