import { createContext, useContext } from 'react';
import type { Messages } from './en.ts';
import { messagesFor } from './language.ts';

const MessagesContext = createContext<Messages>(messagesFor('en', 'UTC'));

export const MessagesProvider = MessagesContext.Provider;
export const useMessages = (): Messages => useContext(MessagesContext);
