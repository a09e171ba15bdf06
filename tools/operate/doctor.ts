import { doctor } from './doctor/diagnose.ts';
import { main } from './main.ts';

await main(doctor);
