import { en } from 'zod/locales';
import { config } from 'zod/mini';

// zod's small form brings no words of its own: these are what people read of a field that is not valid.
config(en());
