import { parseEnv } from '../env.ts';
import { composeReconcile } from './compose.ts';

export const handler = composeReconcile(parseEnv(process.env));
