import { KIND_FRAGMENT } from '@remote-ui/core';
import { propShapes } from './props/shapes.ts';

/** What HubSpot would ignore or miss in the props of a component, in words. Children are not props on the wire. */
export function checkProps(type: string, props: unknown): readonly string[] {
  const shape = propShapes[type];
  if (shape === undefined) return [];
  const given = Object.entries(Object(props)).filter(([, value]) => value !== undefined);
  const known = new Set([...shape.required, ...shape.optional, 'testId']);
  return [
    ...given.flatMap(([name, value]) => {
      if (!known.has(name)) return [`${type} has no prop '${name}': HubSpot ignores it.`];
      if (typeof value === 'function' && !/^on[A-Z]/.test(name))
        return [`${type}: '${name}' is a function where HubSpot expects data.`];
      const elements = elementsIn(value);
      if (elements > 1) return [`${type}: '${name}' holds ${elements} elements: HubSpot takes one.`];
      return [];
    }),
    ...shape.required
      .filter((name) => !given.some(([given]) => given === name))
      .map((name) => `${type} needs the prop '${name}'.`),
  ];
}

/** How many elements a prop holds that is one of the few that may hold any. */
function elementsIn(value: unknown): number {
  const children: unknown =
    Reflect.get(Object(value), 'kind') === KIND_FRAGMENT ? Reflect.get(Object(value), 'children') : [];
  return Array.isArray(children) ? children.length : 0;
}
