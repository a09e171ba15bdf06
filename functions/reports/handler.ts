import { parseEnv } from '../env.ts';
import { composeReports } from './compose.ts';

export const handler = composeReports(parseEnv(process.env));
