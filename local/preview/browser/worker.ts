import { startWorker } from './worker/start-worker.ts';

startWorker();
