import { parseEnv } from '../env.ts';
import { composeNightly } from './compose.ts';

export const handler = composeNightly(parseEnv(process.env));
