import { expect, it } from 'vitest';
import { dataSet } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const long = `'A${'.BBBBBBBB'.repeat(4)}.CCCCCC'`;

it.each([
  ["('ELM.CA.CER')", 'ELM.CA.CER'],
  ["('elm.ca.cer')", 'ELM.CA.CER'],
  ['(ca.cer)', 'ELM.CA.CER'],
  [`(${long})`, long.slice(1, -1)],
  ["('/tmp/Elm/ca.cer')", '/tmp/Elm/ca.cer'],
  ["('./ca.cer')", './ca.cer'],
])('K%s', (written, expected) => expect(read(dataSet(), written)).toBe(expected));

it('without a prefix a bare name is the whole name', () => {
  expect(read(dataSet(), '(ca.cer)', '')).toBe('CA.CER');
});

it('the prefix counts towards the 44 characters', () => {
  const name = `A${'.BBBBBBBB'.repeat(4)}.CC`;
  expect(read(dataSet(), `(${name})`)).not.toContain('IKJ');
  expect(read(dataSet(), `(${name})`, 'ELMUSER')).toBe(`IKJ56709I INVALID DATA SET NAME, ${name}`);
});

it.each([
  ['()', 'IKJ56701I MISSING DATA SET NAME'],
  ['', 'IKJ56701I MISSING DATA SET NAME'],
  ["('ELM.PDS(MEMBER)')", "IKJ56709I INVALID DATA SET NAME, 'ELM.PDS(MEMBER)'"],
  ['(pds(member))', 'IKJ56709I INVALID DATA SET NAME, PDS(MEMBER)'],
  ["('ELM.TOOLONGQUAL')", "IKJ56709I INVALID DATA SET NAME, 'ELM.TOOLONGQUAL'"],
  ["('ELM..CER')", "IKJ56709I INVALID DATA SET NAME, 'ELM..CER'"],
  ["('ELM.1CER')", "IKJ56709I INVALID DATA SET NAME, 'ELM.1CER'"],
  ["('')", "IKJ56709I INVALID DATA SET NAME, ''"],
  ['(/tmp/ca.cer)', 'IKJ56709I INVALID DATA SET NAME, /TMP/CA.CER'],
  ["('../x\u0000')", "IKJ56709I INVALID DATA SET NAME, '../x?'"],
  ["('A' 'B')", "IKJ56709I INVALID DATA SET NAME, 'A' 'B'"],
])('K%s is refused', (written, expected) => expect(read(dataSet(), written)).toBe(expected));
