/** Which function said what, over all transcripts: commands are understood again, lines are found in the catalogue. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/racdcert/catalogue.ts';
import { isOwnerWord } from '../../src/racdcert/keywords.ts';
import { understand } from '../../src/racdcert/understand.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import { asRemark, readTranscript } from './transcript.ts';

/** Ids by name of the function; `RACDCERT` where its text names none that can be read. */
export function saidByFunction(): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, Set<string>>();
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
    for (const { command, expected } of readTranscript(join(import.meta.dirname, file)).blocks) {
      const name = functionOf(command);
      if (name === null) continue;
      const ids = said.get(name) ?? new Set();
      for (const line of expected.split('\n')) for (const id of idsOf(line)) ids.add(id);
      said.set(name, ids);
    }
  }
  return said;
}

/**
 * Which operands a function was given and went by, as `operand-facts.ts` names them, over all transcripts: in commands
 * that were not refused, and not what it ignores.
 */
export function writtenByFunction(): ReadonlyMap<string, ReadonlySet<string>> {
  const written = new Map<string, Set<string>>();
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
    for (const { command, expected } of readTranscript(join(import.meta.dirname, file)).blocks) {
      const tree = parseCommand(command);
      if (tree.kind === 'problem' || tree.command !== 'RACDCERT' || returnCodeOf(expected) >= REFUSED) continue;
      const understood = understand(tree, 'IBMUSER', 'IBMUSER');
      if (understood.kind !== 'request') continue;
      const { function: called, request, keywords } = understood;
      const paths = written.get(called.name) ?? new Set();
      for (const keyword of keywords.filter((word) => word === called.name)) paths.add(keyword);
      const ownerWord = keywords.findLast(isOwnerWord);
      if (ownerWord !== undefined) paths.add(ownerWord);
      for (const path of insideOf(called.name, request.value)) paths.add(path);
      for (const [keyword, value] of Object.entries(request.operands)) {
        for (const path of [keyword, ...insideOf(keyword, value)]) paths.add(path);
      }
      written.set(called.name, paths);
    }
  }
  return written;
}

/** What says no has this return code, or a higher one. */
const REFUSED = 8;

function returnCodeOf(expected: string): number {
  return Number(/^rc=(\d+)$/m.exec(expected)?.[1]);
}

function insideOf(keyword: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).map((inner) => `${keyword}(${inner})`);
}

/** Null for other commands. */
function functionOf(text: string): string | null {
  const tree = parseCommand(text);
  if (tree.kind === 'problem') return /^\s*racdcert\b/i.test(text) ? 'RACDCERT' : null;
  if (tree.command !== 'RACDCERT') return null;
  const understood = understand(tree, 'IBMUSER', 'IBMUSER');
  return understood.kind === 'request' ? understood.function.name : understood.command;
}

const REMARKS = Object.entries(CATALOGUE).map(([id, { text }]) => ({ id, shape: asRemark(text) }));

function idsOf(line: string): readonly string[] {
  const id = /^((?:IRRD|RNGT|IKJ)\d+I) /.exec(line)?.[1];
  if (id !== undefined) return [id];
  return line.startsWith('? ') ? REMARKS.filter(({ shape }) => shape.test(line)).map((remark) => remark.id) : [];
}
