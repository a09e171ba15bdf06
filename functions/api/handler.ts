import { parseEnv } from '../env.ts';
import { composeApi } from './compose.ts';

export const handler = composeApi(parseEnv(process.env));
