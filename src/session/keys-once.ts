/** Keys for repeated attempts at one command: made once, handed out again in the same order. */
import type { KeyPair, KeySpec } from '../x509/keys.ts';
import type { KeySource } from '../racdcert/function.ts';

/** A source for each attempt; the second asks for the keys of the first. */
export function keysForAttempts(source: KeySource): () => KeySource {
  const made: { readonly spec: string; readonly pair: Promise<KeyPair> }[] = [];
  return () => {
    let next = 0;
    return {
      generate(spec: KeySpec): Promise<KeyPair> {
        const asked = `${spec.kind} ${spec.size}`;
        const known = made[next];
        if (known?.spec === asked) {
          next++;
          return known.pair;
        }
        const pair = source.generate(spec);
        made[next++] = { spec: asked, pair };
        return pair;
      },
    };
  };
}
