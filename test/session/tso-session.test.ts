import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTsoSession } from '../../src/session/tso-session.ts';
import { temporaryFolder } from '../peers.ts';
import { testSession } from './test-session.ts';

describe('a TSO session', () => {
  const root = temporaryFolder();

  it('remembers what PROFILE says about data set names and message ids', async () => {
    const session = openTsoSession(await testSession(join(root, 'profile')));
    expect((await session.run('RACDCERT ADD(NO.SUCH)')).lines[0]).toContain('IBMUSER.NO.SUCH');
    await session.run('PROFILE PREFIX(LAB) NOMSGID');
    expect((await session.run('RACDCERT ADD(NO.SUCH)')).lines).toEqual([
      'DATA SET LAB.NO.SUCH NOT IN CATALOG OR CATALOG CAN NOT BE ACCESSED',
    ]);
  });

  it('keeps the CONNECT of TSO apart from that of RACDCERT', async () => {
    const session = openTsoSession(await testSession(join(root, 'connect')));
    const other = await session.run('CONNECT U1 GROUP(SYS1)');
    expect(other).toMatchObject({ command: 'CONNECT', returnCode: 0, lines: [] });
    expect(other.hints).toHaveLength(1);
    expect(await session.run('racdcert connect')).toMatchObject({ command: 'CONNECT', returnCode: 8 });
  });

  it('answers a RACDCERT command that cannot be parsed as RACDCERT', async () => {
    const session = openTsoSession(await testSession(join(root, 'unparsed')));
    expect(await session.run("  racdcert LIST(LABEL('x)")).toMatchObject({
      command: 'RACDCERT',
      echo: "racdcert LIST(LABEL('x)",
      returnCode: 12,
    });
  });

  it('names each command as reports do: its function with it, and in full', async () => {
    const session = openTsoSession(await testSession(join(root, 'names')));
    const name = async (text: string): Promise<string> => (await session.run(text)).name;
    expect(await name('racdcert listring(*)')).toBe('RACDCERT LISTRING');
    expect(await name('RACDCERT EXPO')).toBe('RACDCERT EXPORT');
    expect(await name('RACDCERT NOSUCHFUNCTION')).toBe('RACDCERT');
    expect(await name("RACDCERT LIST(LABEL('x)")).toBe('RACDCERT');
    expect(await name('SETR RACLIST(DIGTCERT) REFRESH')).toBe('SETROPTS');
    expect(await name('%myexec a b')).toBe('%MYEXEC');
    expect(await name("'")).toBe('?');
  });

  it('takes commands with their place, as the carriers give them', async () => {
    const session = openTsoSession(await testSession(join(root, 'logical')));
    const command = { text: 'RACDCERT ADDRING(R)', file: '-', line: 1, step: null };
    expect((await session.run(command)).returnCode).toBe(0);
    expect((await session.run(command)).returnCode).toBe(8);
  });

  it('does not know a command that nobody has', async () => {
    const session = openTsoSession(await testSession(join(root, 'unknown')));
    expect(await session.run('NOSUCH A(B)')).toMatchObject({
      returnCode: 12,
      lines: ['IKJ56500I COMMAND NOSUCH NOT FOUND'],
    });
  });
});
