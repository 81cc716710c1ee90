/**
 * Transcripts: commands with exactly what they print, one topic a file.
 *
 * A file holds directives, then blocks:
 *
 *     @level 2.4                       before any block; also @zone, @now, @user, @authority, @settings {json}
 *     @data-set LAB.CERT cert.pem      a file of test/fixtures/data-sets under an MVS name
 *     @zeros LAB.LARGE 1000            a data set of so many zero bytes
 *     > RACDCERT ID(U1) ADDRING(R)     a command; further `>` lines continue it
 *     IRRD175I ...                     what it prints, exactly
 *     ? Did you mean ...               what goes to standard error
 *     rc=0
 *
 * Lines that begin with `#`, and blank lines, mean nothing between blocks.
 */
import { readFileSync } from 'node:fs';
import { isRelease, DEFAULT_RELEASE, type Release } from '../../src/core/release.ts';
import { parseInstant } from '../../src/core/time.ts';

export interface Block {
  /** Line of the command, from 1. */
  readonly line: number;
  readonly command: string;
  readonly expected: string;
}

export interface Transcript {
  readonly name: string;
  readonly level: Release;
  readonly zone: string;
  readonly now: Date;
  readonly user: string;
  readonly authority: 'special' | 'enforce';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly dataSets: readonly { readonly name: string; readonly file: string }[];
  readonly zeros: readonly { readonly name: string; readonly length: number }[];
  readonly blocks: readonly Block[];
}

export function readTranscript(path: string): Transcript {
  const lines = readFileSync(path, 'utf8').split('\n');
  const directives: { readonly word: string; readonly value: string }[] = [];
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const directive = /^@(\S+) (.+)$/.exec(line);
    if (line.startsWith('> ')) {
      const start = at;
      const command: string[] = [];
      for (; lines[at]?.startsWith('> '); at++) command.push((lines[at] ?? '').slice(2).trim());
      const end = lines.findIndex((each, index) => index >= at && /^rc=\d+$/.test(each));
      if (end === -1) throw new Error(`${path}:${start + 1}: no rc= line`);
      blocks.push({ line: start + 1, command: command.join(' '), expected: lines.slice(at, end + 1).join('\n') });
      at = end;
    } else if (directive !== null) {
      directives.push({ word: directive[1] ?? '', value: directive[2] ?? '' });
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      throw new Error(`${path}:${at + 1}: a line outside any block: ${line}`);
    }
  }
  const value = (word: string): string | undefined => directives.find((each) => each.word === word)?.value;
  const pairs = (word: string): readonly (readonly [string, string])[] =>
    directives
      .filter((each) => each.word === word)
      .map(({ value: text }) => {
        const [first = '', second = ''] = text.split(/\s+/);
        return [first, second] as const;
      });
  const level = value('level') ?? DEFAULT_RELEASE;
  if (!isRelease(level)) throw new Error(`${path}: unknown level ${level}`);
  return {
    name: path.split('/').at(-1) ?? path,
    level,
    zone: value('zone') ?? 'UTC',
    now: parseInstant(value('now') ?? '2026-11-20T08:00:00Z'),
    user: value('user') ?? 'IBMUSER',
    authority: value('authority') === 'enforce' ? 'enforce' : 'special',
    settings: JSON.parse(value('settings') ?? '{}') as Record<string, unknown>,
    zeros: pairs('zeros').map(([name, length]) => ({ name, length: Number(length) })),
    dataSets: pairs('data-set').map(([name, file]) => ({ name, file })),
    blocks,
  };
}

/** A result as a transcript shows it. */
export function shown(result: {
  readonly lines: readonly string[];
  readonly hints: readonly string[];
  readonly returnCode: number;
}): string {
  return [...result.lines, ...result.hints.map((hint) => `? ${hint}`), `rc=${result.returnCode}`].join('\n');
}

/** Writes what was printed into the file, for the author to read before committing. */
export function updated(path: string, blocks: readonly (Block & { readonly actual: string })[]): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const { line, expected, actual } of blocks.toReversed()) {
    let from = line - 1;
    while (lines[from]?.startsWith('> ')) from++;
    lines.splice(from, expected.split('\n').length, ...actual.split('\n'));
  }
  return lines.join('\n');
}

/** A text of the catalogue as a transcript shows it on standard error: without its id, its slots filled. */
export function asRemark(text: string): RegExp {
  const parts = text.split(/\{[a-zA-Z]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\? ${parts.join('.+')}$`);
}
