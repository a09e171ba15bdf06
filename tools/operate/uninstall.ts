import { main } from './main.ts';
import { uninstall } from './uninstall/remove.ts';

await main(uninstall);
