import { describe, expect, it } from 'vitest';
import { KEY_USAGE_BITS, keyUsageOf, type KeyUsageBit } from '../../src/x509/extensions/key-usage.ts';
import type { PublicKeyKind } from '../../src/x509/public-key.ts';
import {
  KEY_USAGE_KEYWORDS,
  keyUsageFromKeywords,
  keyUsageKeywordsFor,
  keywordsOfKeyUsage,
  type KeyUsageKeyword,
} from '../../src/x509/racf-key-usage.ts';

describe('KEYUSAGE keywords', () => {
  it.each<[KeyUsageKeyword, PublicKeyKind, KeyUsageBit[]]>([
    ['HANDSHAKE', 'RSA', ['digitalSignature', 'keyEncipherment']],
    ['HANDSHAKE', 'DSA', ['digitalSignature']],
    ['HANDSHAKE', 'NIST ECC', ['digitalSignature']],
    ['HANDSHAKE', 'Brainpool ECC', ['digitalSignature']],
    ['DATAENCRYPT', 'RSA', ['dataEncipherment']],
    ['DOCSIGN', 'DSA', ['nonRepudiation']],
    ['CERTSIGN', 'NIST ECC', ['keyCertSign', 'cRLSign']],
    ['KEYAGREE', 'Brainpool ECC', ['keyAgreement']],
  ])('%s on %s turns on %j', (keyword, kind, bits) => {
    const usage = keyUsageFromKeywords([keyword], kind);
    expect(KEY_USAGE_BITS.filter((bit) => usage[bit])).toEqual(KEY_USAGE_BITS.filter((bit) => bits.includes(bit)));
    expect(keywordsOfKeyUsage(usage)).toEqual([keyword]);
  });

  it.each<[KeyUsageBit, KeyUsageKeyword[]]>([
    ['digitalSignature', ['HANDSHAKE']],
    ['keyEncipherment', ['HANDSHAKE']],
    ['dataEncipherment', ['DATAENCRYPT']],
    ['nonRepudiation', ['DOCSIGN']],
    ['keyCertSign', ['CERTSIGN']],
    ['cRLSign', ['CERTSIGN']],
    ['keyAgreement', ['KEYAGREE']],
    ['encipherOnly', []],
    ['decipherOnly', []],
  ])('the bit %s alone is listed as %j', (bit, keywords) => {
    expect(keywordsOfKeyUsage(keyUsageOf(bit))).toEqual(keywords);
  });

  it('are listed in one order, also those that do not suit the key', () => {
    expect(keywordsOfKeyUsage(keyUsageOf(...KEY_USAGE_BITS)).join(', ')).toBe(
      'HANDSHAKE, DATAENCRYPT, DOCSIGN, CERTSIGN, KEYAGREE',
    );
  });

  it('that a kind of key allows are those of IRRD156I', () => {
    expect(keyUsageKeywordsFor('RSA')).toEqual(['HANDSHAKE', 'DATAENCRYPT', 'DOCSIGN', 'CERTSIGN']);
    expect(keyUsageKeywordsFor('DSA')).toEqual(['HANDSHAKE', 'DOCSIGN', 'CERTSIGN']);
    expect(keyUsageKeywordsFor('NIST ECC')).toEqual(['HANDSHAKE', 'DOCSIGN', 'CERTSIGN', 'KEYAGREE']);
    expect(keyUsageKeywordsFor('Brainpool ECC')).toEqual(keyUsageKeywordsFor('NIST ECC'));
  });

  it('come back from their bits, whatever the choice', () => {
    for (let choice = 0; choice < 32; choice++) {
      const keywords = KEY_USAGE_KEYWORDS.filter((_, index) => choice & (1 << index));
      expect(keywordsOfKeyUsage(keyUsageFromKeywords(keywords, 'RSA'))).toEqual(keywords);
    }
  });
});
