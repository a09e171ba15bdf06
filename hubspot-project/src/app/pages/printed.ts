import { createContext, useContext } from 'react';

const Context = createContext(false);

/** Around what is meant for paper: tables with all their rows, and nothing to press. */
export const PrintedProvider = Context.Provider;

export const useIsPrinted = () => useContext(Context);
