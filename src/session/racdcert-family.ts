/** RACDCERT as a family of commands. What only people at work need, explanation and completion, is loaded when asked. */
import { CATALOGUE } from '../racdcert/catalogue.ts';
import { runRacdcert } from '../racdcert/run.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';
import type { Family } from './families.ts';

export function racdcertFamily(tree: CommandTree, before: TsoSession): Family {
  const { prefix } = before;
  return {
    catalogue: CATALOGUE,
    name: tree.command,
    run: async (view, context) => ({ outcome: await runRacdcert(view, tree, { ...context, prefix }), after: before }),
    async explain(view, context) {
      const { explainRacdcert } = await import('../racdcert/explain/explain.ts');
      const explanation = await explainRacdcert(view, tree, { ...context, prefix });
      return explanation === null ? null : { of: 'racdcert', explanation };
    },
    async complete(text, view, issuer) {
      const { complete } = await import('../racdcert/explain/complete.ts');
      return complete(text, view, issuer);
    },
  };
}
