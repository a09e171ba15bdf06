// Two house rules that oxlint has no option for.

/** `import { z } from 'zod'` puts the whole of zod, with all its languages, into a bundle. */
const zodNamespace = {
  create: (context) => ({
    ImportDeclaration(node) {
      if (node.source.value !== 'zod' || node.importKind === 'type') return;
      if (node.specifiers.some((specifier) => specifier.type !== 'ImportNamespaceSpecifier')) {
        context.report({
          node,
          message: "Write `import * as z from 'zod'`: the named import costs 350 KB in each bundle.",
        });
      }
    },
  }),
};

/** `new Date()` reads the clock; a pure core is told what time it is. */
const noClock = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({
          node,
          message: 'This reads the clock: take `now` as an argument (functions: the Clock port).',
        });
      }
    },
  }),
};

export default { meta: { name: 'house' }, rules: { 'zod-namespace': zodNamespace, 'no-clock': noClock } };
