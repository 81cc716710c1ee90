import { expect, it } from 'vitest';
import { oneOf } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const format = oneOf('CERTB64', 'CERTDER', 'PKCS12DER');

it.each([
  ['(CERTDER)', 'CERTDER'],
  ['(certd)', 'CERTDER'],
  ['(P)', 'PKCS12DER'],
])('K%s', (written, expected) => {
  expect(read(format, written)).toBe(expected);
});

it.each([
  ['(CERT)', 'RNGT901I The keyword CERT is ambiguous: it may stand for CERTB64 or CERTDER.'],
  ['(PEM)', 'IKJ56712I INVALID KEYWORD, PEM'],
  ["('CERTDER')", "IKJ56712I INVALID KEYWORD, '...'"],
  ['()', 'IKJ56701I MISSING KEYWORD'],
  ['(CERTDER CERTB64)', 'IKJ56702I INVALID KEYWORD, CERTDER CERTB64'],
])('K%s is refused', (written, expected) => expect(read(format, written)).toBe(expected));
