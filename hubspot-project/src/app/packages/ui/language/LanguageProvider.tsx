import type { Bilingual } from '@deal-stage-insights/shared';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Catalogues, type Reading, readingOf } from './language.ts';
import { type Say, sayIn } from './say.ts';
import { sharedWords } from './words.ts';

const ReadingContext = createContext<Reading>(readingOf('en', 'UTC'));

interface LanguageProviderProps {
  /** `user.locale ?? user.language` of the extension's context. */
  readonly locale: string | undefined;
  /** `portal.timezone` of the extension's context. */
  readonly timeZone: string;
  readonly children: ReactNode;
}

/** Stands around each screen: everything below reads in the reader's language. */
export function LanguageProvider({ locale, timeZone, children }: LanguageProviderProps) {
  const reading = useMemo(() => readingOf(locale, timeZone), [locale, timeZone]);
  return <ReadingContext.Provider value={reading}>{children}</ReadingContext.Provider>;
}

export const useFormats = () => useContext(ReadingContext).formats;

export const useLanguage = () => useContext(ReadingContext).language;

/** Chooses the reader's language of a text that the API gives in all of them. */
export function useBilingual(): (text: Bilingual) => string {
  const { language } = useContext(ReadingContext);
  return (text) => text[language];
}

/** Makes the hook that gives a folder's own texts: `export const useMessages = messagesHook({ en, fr })`. */
export function messagesHook<M>(catalogues: Catalogues<M>): () => M {
  return function useMessages() {
    const { language, formats } = useContext(ReadingContext);
    return useMemo(() => catalogues[language](formats), [language, formats]);
  };
}

/** The same for texts that stand side by side in all languages: `export const useMessages = textsHook(texts)`. */
export function textsHook<M>(texts: (say: Say) => M): () => M {
  return function useTexts() {
    const { language, formats } = useContext(ReadingContext);
    return useMemo(() => texts(sayIn(formats, language)), [language, formats]);
  };
}

/** The words that every screen shares. */
export const useWords = textsHook(sharedWords);
