/** Which function said what, over all transcripts: commands are understood again, lines are found in the catalogue. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/racdcert/catalogue.ts';
import { understand } from '../../src/racdcert/understand.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import { readTranscript } from './transcript.ts';

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

/** A text as a transcript shows it on standard error: without its id, its slots filled. */
function asRemark(text: string): RegExp {
  const parts = text.split(/\{[a-zA-Z]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\? ${parts.join('.+')}$`);
}
