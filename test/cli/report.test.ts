/** `--report`, the built program: what a run that cannot begin leaves behind, and does not. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { ringtool } from './program.ts';

const root = temporaryFolder();

/** A folder of its own for each test, with a place for temporary files that nobody else uses. */
function place() {
  const folder = mkdtempSync(join(root, 'report-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const commands = join(folder, 'commands.tso');
  writeFileSync(commands, 'RACDCERT CERTAUTH LIST\nSETROPTS RACLIST(DIGTCERT)\n');
  const store = join(folder, 'store');
  const report = join(folder, 'report.jsonl');
  return {
    temporary,
    commands,
    store,
    report,
    run: (file: string, ...options: readonly string[]) =>
      ringtool(['run', file, '--store', store, '--report', report, ...options], { env: { TMPDIR: temporary } }),
  };
}

describe('a report', () => {
  it('has a line for each command', () => {
    const { run, commands, report } = place();
    expect(run(commands).code).toBe(4);
    const lines = readFileSync(report, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { n: 1, line: 1, command: 'RACDCERT LIST', outcome: 'done', returnCode: 4 },
      { n: 2, line: 2, command: 'SETROPTS', outcome: 'done', returnCode: 0 },
    ]);
  });

  it('is not written over: the run does not begin, and leaves no folder of a dry run', () => {
    const { run, commands, report, temporary } = place();
    writeFileSync(report, 'mine');
    const { code, err } = run(commands, '--dry-run');
    expect(code).toBe(8);
    expect(err).toContain(`${report} exists`);
    expect(readFileSync(report, 'utf8')).toBe('mine');
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('that is refused leaves the store free for the next run', () => {
    const { run, commands, report, store } = place();
    writeFileSync(report, '');
    expect(run(commands).code).toBe(8);
    expect(run(commands, '--force').code).toBe(4);
    expect(ringtool(['store', 'check', '--store', store]).code).toBe(0);
  });

  it('is not begun when nothing can be run: the next try finds its name free', () => {
    const { run, commands, report } = place();
    writeFileSync(commands, 'RACDCERT ID(<user>) LIST\n');
    const { err } = run(commands);
    expect(err).toContain('no value for <user>');
    expect(existsSync(report)).toBe(false);
  });
});
