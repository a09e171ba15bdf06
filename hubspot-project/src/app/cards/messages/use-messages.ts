import { messagesHook } from '@deal-stage-insights/ui';
import { en, fr } from './texts.ts';

/** The texts of the cards in the reader's language. */
export const useMessages = messagesHook({ en, fr });
