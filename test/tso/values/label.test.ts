import { expect, it } from 'vitest';
import { label } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ["('Elm CA')", 'Elm CA'],
  ["('  Elm CA ')", 'Elm CA'],
  ['(elm)', 'ELM'],
  ["('elm')", 'elm'],
  ["('O''Shea')", "O'Shea"],
  [`('${'x'.repeat(32)}')`, 'x'.repeat(32)],
  [`(' ${'x'.repeat(32)} ')`, 'x'.repeat(32)],
  ["('Überweisung')", 'Überweisung'],
])('K%s', (written, expected) => expect(read(label(), written)).toBe(expected));

it.each([
  ['', 'IKJ56701I MISSING LABEL'],
  ['()', 'IKJ56701I MISSING LABEL'],
  ["('')", 'IKJ56702I INVALID LABEL, '],
  ["('   ')", 'IKJ56702I INVALID LABEL,    '],
  [`('${'x'.repeat(33)}')`, `IKJ56702I INVALID LABEL, ${'x'.repeat(33)}`],
  ['(My Cert)', 'IKJ56702I INVALID LABEL, My Cert'],
  ['(A(B))', 'IKJ56702I INVALID LABEL, A(...)'],
  ["('a\u001b[31mb')", 'IKJ56702I INVALID LABEL, a?[31mb'],
])('K%s is refused', (written, expected) => expect(read(label(), written)).toBe(expected));
