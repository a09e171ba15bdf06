import { parseEnv } from '../env.ts';
import { composeIngest } from './compose.ts';

export const handler = composeIngest(parseEnv(process.env));
