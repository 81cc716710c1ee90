import { expect, it } from 'vitest';
import { list, oneOf, text } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const usage = list(oneOf('HANDSHAKE', 'DOCSIGN', 'CERTSIGN'), { max: 3 });

it('takes blanks and commas alike', () => {
  expect(read(usage, '(HANDSHAKE, DOCSIGN)')).toEqual(['HANDSHAKE', 'DOCSIGN']);
  expect(read(usage, '(handshake docsign)')).toEqual(['HANDSHAKE', 'DOCSIGN']);
  expect(read(usage, '(CERT)')).toEqual(['CERTSIGN']);
});

it('refuses none, too many, and one that is wrong', () => {
  expect(read(usage, '()')).toBe('IKJ56701I MISSING KEYWORD');
  expect(read(usage, '(H D C H)')).toBe('IKJ56702I INVALID KEYWORD, H');
  expect(read(usage, '(H NONE)')).toBe('IKJ56712I INVALID KEYWORD, NONE');
  expect(read(list(text({ what: 'OU', max: 2 }), { max: 3 }), "('a','bcd')")).toBe('IKJ56702I INVALID OU, bcd');
  expect(read(list(text({ what: 'OU', max: 2 }), { max: 3 }), '(a(b))')).toBe('IKJ56702I INVALID OU, a(...)');
});
