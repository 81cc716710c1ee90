/** The prompt over streams: lines joined, history without passwords, completion, END. */
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { promptFor } from '../../src/cli/prompt.ts';
import { KEPT, openHistory } from '../../src/cli/prompt-history.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const historyFile = (): string => join(mkdtempSync(join(folder, 'history-')), 'deep', 'history');

/** What is run when these bytes are typed. */
async function typed(bytes: string, file: string | null = null): Promise<{ ran: string[]; shown: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const ran: string[] = [];
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  input.end(bytes);
  await promptFor({
    input,
    output,
    prompt: 'racdcert> ',
    historyFile: file,
    help: 'this is help',
    complete: async () => ({ typed: '', candidates: [] }),
    run: async (command) => {
      ran.push(command);
      return command.replace(/PASSWORD\([^)]*\)/, 'PASSWORD(********)').replace(/^.*PASSWRD.*$/, 'RACDCERT');
    },
  });
  return { ran, shown };
}

describe('lines', () => {
  it('are commands; blank ones are not; END leaves', async () => {
    const { ran, shown } = await typed('LIST\n\n  ADDRING(R)\nend\nLIST\n');
    expect(ran).toEqual(['LIST', '  ADDRING(R)']);
    expect(shown).toContain('racdcert> ');
  });
  it('go on after + and -', async () => {
    expect((await typed('ADDRING( +\n   R)\nLIST -\n  X\n')).ran).toEqual(['ADDRING( R)', 'LIST   X']);
  });
  it('help is no command, and a mask is no password', async () => {
    const { ran, shown } = await typed("help\n?\nEXPORT(LABEL('x')) PASSWORD(********)\n");
    expect(ran).toEqual([]);
    expect(shown).toContain('this is help');
    expect(shown).toContain('type it anew');
  });
  it('end with the input', async () => {
    expect((await typed('LIST')).ran).toEqual(['LIST']);
  });
});

describe('history', () => {
  it('keeps what was run, without passwords, for its owner only', async () => {
    const file = historyFile();
    await typed("LIST\nEXPORT(LABEL('x')) PASSWORD('geheim')\n", file);
    const text = readFileSync(file, 'utf8');
    expect(text).toBe("LIST\nEXPORT(LABEL('x')) PASSWORD(********)\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openHistory(file).lines[0]).toContain('EXPORT');
  });
  it('keeps a mistyped command, unless a password may stand in it', async () => {
    const file = historyFile();
    await typed("LIST(LABEL('x)\nEXPORT PASSWRD('geheim)\n", file);
    expect(readFileSync(file, 'utf8')).toBe("LIST(LABEL('x)\nRACDCERT\n");
  });
  it('does not grow without end', async () => {
    const file = join(mkdtempSync(join(folder, 'long-')), 'history');
    writeFileSync(file, 'LIST\n'.repeat(2 * KEPT));
    openHistory(file).remember('LAST');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(KEPT);
    expect(lines.at(-1)).toBe('LAST');
  });
  it('that cannot be written disturbs nobody', () => {
    const blocked = join(mkdtempSync(join(folder, 'blocked-')), 'file');
    writeFileSync(blocked, '');
    expect(() => openHistory(join(blocked, 'history')).remember('LIST')).not.toThrow();
  });
});
