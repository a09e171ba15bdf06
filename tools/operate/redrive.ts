import { main } from './main.ts';
import { redrive } from './redrive-dead-letters.ts';

await main(redrive);
