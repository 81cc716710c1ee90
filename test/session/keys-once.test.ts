import { describe, expect, it } from 'vitest';
import { keysForAttempts } from '../../src/session/keys-once.ts';
import type { KeyPair, KeySpec } from '../../src/x509/keys.ts';

describe('keys for repeated attempts', () => {
  const asked: KeySpec[] = [];
  const source = {
    async generate(spec: KeySpec): Promise<KeyPair> {
      asked.push(spec);
      return { pkcs8: Uint8Array.of(asked.length), spki: Uint8Array.of(asked.length) };
    },
  };
  const P256 = { kind: 'NIST ECC', size: 256 } as const;
  const P384 = { kind: 'NIST ECC', size: 384 } as const;

  it('are made once and come again in the same order', async () => {
    const attempt = keysForAttempts(source);
    const first = attempt();
    const keys = [await first.generate(P256), await first.generate(P384)];
    const second = attempt();
    expect([await second.generate(P256), await second.generate(P384)]).toEqual(keys);
    expect(asked).toEqual([P256, P384]);
  });

  it('are made anew when another kind is asked for', async () => {
    asked.length = 0;
    const attempt = keysForAttempts(source);
    await attempt().generate(P256);
    await attempt().generate(P384);
    expect(asked).toEqual([P256, P384]);
  });
});
