import { messagesHook } from '@deal-stage-insights/ui';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** The texts of the cards in the reader's language. */
export const useMessages = messagesHook({ en, fr });
