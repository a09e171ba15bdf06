import { parseEnv } from '../env.ts';
import { composeWebhook } from './compose.ts';

export const handler = composeWebhook(parseEnv(process.env));
