import { expect, it } from 'vitest';
import { ringName } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['(ElmRing)', 'ElmRing'],
  ["('ElmRing')", 'ElmRing'],
  ['(Elm.Ring_2)', 'Elm.Ring_2'],
  ['(*)', '*'],
  [`(${'r'.repeat(237)})`, 'r'.repeat(237)],
])('K%s keeps its case', (written, expected) => expect(read(ringName(), written)).toBe(expected));

it.each([
  ['()', 'IKJ56701I MISSING RING NAME'],
  ["('Elm Ring')", 'IKJ56702I INVALID RING NAME, Elm Ring'],
  ['(Elm Ring)', 'IKJ56702I INVALID RING NAME, Elm Ring'],
  [`(${'r'.repeat(238)})`, `IKJ56702I INVALID RING NAME, ${'r'.repeat(80)}...`],
])('K%s is refused', (written, expected) => expect(read(ringName(), written)).toBe(expected));
