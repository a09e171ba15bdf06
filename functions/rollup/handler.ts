import { parseEnv } from '../env.ts';
import { composeRollup } from './compose.ts';

export const handler = composeRollup(parseEnv(process.env));
