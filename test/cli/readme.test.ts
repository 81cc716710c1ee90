/** The console examples of README.md are executed in order, in one folder: what they show is what is printed. */
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { PROGRAM, ROOT } from './program.ts';

const README = join(ROOT, 'README.md');
const folder = temporaryFolder();
symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));

interface Example {
  readonly command: string;
  readonly shown: string;
}

/** Commands begin with `$ `; a here-document belongs to its command; the rest is what is printed. */
function examplesOf(block: string): Example[] {
  const examples: { command: string; shown: string }[] = [];
  let until: string | null = null;
  for (const line of block.split('\n')) {
    const last = examples.at(-1);
    if (line.startsWith('$ ')) {
      examples.push({ command: line.slice(2), shown: '' });
      until = /<<'(\w+)'/.exec(line)?.[1] ?? null;
    } else if (last !== undefined && until !== null) {
      last.command += `\n${line}`;
      if (line === until) until = null;
    } else if (last !== undefined) last.shown += `${line}\n`;
  }
  return examples;
}

function printed(command: string): string {
  const program = `ringtool() { word=$1; shift; '${process.execPath}' '${PROGRAM}' --now 2026-11-20T08:00:00Z --user LABADM "$word" "$@"; }`;
  const env = { ...process.env, RINGTOOL_STORE: join(folder, 'store'), TZ: 'UTC' };
  const { stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${program}\n${command}`], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return stdout.replaceAll(`${folder}/`, '');
}

const text = readFileSync(README, 'utf8');
const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)];

// To write what is printed into README.md: RINGTOOL_README=write npx vitest run test/cli/readme.test.ts
if (process.env.RINGTOOL_README === 'write') {
  it('is written anew', () => {
    const written = text.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block: string) => {
      const parts = examplesOf(block.trimEnd()).map(({ command }) => `$ ${command}\n${printed(command)}`);
      return `\`\`\`console\n${parts.join('')}\`\`\``;
    });
    // A program that is not built, or a fault, has no place there.
    expect(written).not.toMatch(/^Node\.js v|^ {4}at |ringtool: unexpected/m);
    writeFileSync(README, written);
  });
} else {
  describe('README.md', () => {
    it('has examples', () => {
      expect(blocks.length).toBeGreaterThan(4);
    });

    for (const [, block = ''] of blocks) {
      for (const { command, shown } of examplesOf(block.trimEnd())) {
        it(`$ ${command.split('\n', 1)[0]}`, () => {
          expect(printed(command)).toBe(shown);
        });
      }
    }
  });
}
