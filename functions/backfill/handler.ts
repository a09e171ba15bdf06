import { parseEnv } from '../env.ts';
import { composeBackfill } from './compose.ts';

export const handler = composeBackfill(parseEnv(process.env));
