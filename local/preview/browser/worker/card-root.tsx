import { Component, createContext, createElement, type ReactNode, useContext } from 'react';

/** What `hubspot.extend()`'s callback receives, and the hooks give again. */
export interface ExtensionApi {
  readonly context: unknown;
  readonly actions: unknown;
  readonly runServerlessFunction: () => Promise<never>;
}

const ApiContext = createContext<ExtensionApi | null>(null);

export function useExtensionApi(): ExtensionApi {
  const api = useContext(ApiContext);
  if (api === null)
    throw new Error('Hooks of @hubspot/ui-extensions work inside the element that hubspot.extend() returns.');
  return api;
}

interface Props {
  readonly api: ExtensionApi;
  readonly onCrash: (error: unknown) => void;
  readonly children?: ReactNode;
}

/** The card between its context and its error boundary: a crash shows HubSpot's error state and is logged, not lost. */
export class CardRoot extends Component<Props, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error);
  }

  override render(): ReactNode {
    if (this.state.hasCrashed)
      return createElement('ErrorState', { title: 'This card crashed' }, 'The log below the page says why.');
    return <ApiContext.Provider value={this.props.api}>{this.props.children}</ApiContext.Provider>;
  }
}
