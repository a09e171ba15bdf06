import { deploy } from './deploy/deploy.ts';
import { main } from './main.ts';

await main(deploy);
