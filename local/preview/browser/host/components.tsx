import { createController } from '@remote-ui/react/host';
import { createElement } from 'react';
import { components } from '../components/registry.ts';
import { checkProps } from './prop-check.ts';
import type { LogLevel } from './protocol.ts';

interface Told {
  readonly log: (level: LogLevel, message: string) => void;
  /** What HubSpot would not take, for everybody to see: the component is drawn without it. */
  readonly refuse: (problem: string) => void;
}

/** Draws the tree of a card. A component that the preview does not know is shown as a refusal, never left out in silence. */
export function createCardController({ log, refuse }: Told) {
  const refusals = new Map<string, () => React.ReactNode>();
  const controller = createController(components, {
    renderComponent(props, options) {
      const { type } = props.component;
      const problems = checkProps(type, props.component.props);
      if (problems.length > 0) {
        queueMicrotask(() => {
          for (const problem of problems) {
            log('warn', problem);
            refuse(problem);
          }
        });
      }
      return options.renderDefault();
    },
  });

  /** One wrapper a type, or React would mount it anew at every draw. */
  const refusalOf = (type: string) => {
    const known = refusals.get(type);
    if (known !== undefined) return known;
    const reason = refusalReason(type);
    queueMicrotask(() => log('error', reason));
    const Refusal = () => createElement('div', { className: 'refusal', role: 'note' }, reason);
    refusals.set(type, Refusal);
    return Refusal;
  };

  return {
    ...controller,
    get: (type: Parameters<typeof controller.get>[0]) =>
      Object.hasOwn(components, String(type)) ? controller.get(type) : refusalOf(String(type)),
  };
}

function refusalReason(type: string): string {
  return /^[a-z]/.test(type)
    ? `<${type}> is HTML: a card draws only with components of @hubspot/ui-extensions.`
    : `The preview does not draw ${type}: it is not a component that this product's cards use.`;
}
