import { describe, expect, it } from 'vitest';
import { altNameLines } from '../../../src/racdcert/listing/alt-names.ts';

describe("subject's alternative names", () => {
  it('come in the order IP, EMail, Domain, URI, several of one kind in their own order', () => {
    expect(
      altNameLines([
        { kind: 'uri', value: 'https://a.example/' },
        { kind: 'dns', value: 'b.example' },
        { kind: 'dns', value: 'a.example' },
        { kind: 'email', value: 'pki@a.example' },
        { kind: 'ip', address: '2001:db8::1' },
        { kind: 'other', bytes: new Uint8Array([1]) },
      ]),
    ).toEqual([
      '    IP: 2001:db8::1',
      '    EMail: pki at a.example',
      '    Domain: b.example',
      '    Domain: a.example',
      '    URI: https://a.example/',
    ]);
  });
});
