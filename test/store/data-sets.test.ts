import * as fs from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { type DataSets, openDataSets } from '../../src/store/data-sets.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';

const base = temporaryFolder();
let folder = '';
let dataSets: DataSets;
let number = 0;

beforeEach(() => {
  folder = join(base, String(number++));
  dataSets = openDataSets(folder);
});

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const code = (value: string) => expect.objectContaining({ code: value });
const write = (name: string, text: string, secret = false, force = false) =>
  dataSets.write({ name, bytes: bytes(text), secret }, { force });

describe('data sets of the folder', () => {
  it('are written, read, written over and deleted by name', async () => {
    expect(await dataSets.read('LAB.CERT')).toBeNull();
    await write('LAB.CERT', 'one');
    await write('LAB.CERT', 'two');
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('two'));
    expect(fs.readdirSync(folder)).toEqual(['LAB.CERT']);
    expect(await dataSets.delete('LAB.CERT')).toBe(true);
    expect(await dataSets.delete('LAB.CERT')).toBe(false);
  });

  it('lie ready beside their place until they are published, or vanish', async () => {
    await write('LAB.CERT', 'old');
    const staged = await dataSets.stage({ name: 'LAB.CERT', bytes: bytes('new'), secret: true });
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('old'));
    expect(fs.readdirSync(folder)).toHaveLength(2);
    for (const name of fs.readdirSync(folder)) {
      if (name !== 'LAB.CERT') expect(fs.statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    await staged.publish();
    await staged.discard();
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('new'));
    const dropped = await dataSets.stage({ name: 'LAB.CERT', bytes: bytes('never'), secret: false });
    await dropped.discard();
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('new'));
    expect(fs.readdirSync(folder)).toEqual(['LAB.CERT']);
  });

  it('of the user’s own do not take the place of a file that came there after staging', async () => {
    fs.mkdirSync(folder);
    const path = join(folder, 'own.pem');
    const staged = await dataSets.stage({ name: path, bytes: bytes('mine'), secret: false });
    fs.writeFileSync(path, 'theirs');
    await expect(staged.publish()).rejects.toThrow(code('file/exists'));
    await staged.discard();
    expect(fs.readFileSync(path, 'utf8')).toBe('theirs');
    expect(fs.readdirSync(folder)).toEqual(['own.pem']);
  });

  it('may lie there in lower case; the exact name comes first', async () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'lab.cert'), 'small');
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('small'));
    await write('LAB.CERT', 'new');
    expect(fs.readdirSync(folder)).toEqual(['lab.cert']);
    fs.writeFileSync(join(folder, 'LAB.CERT'), 'exact');
    expect(await dataSets.read('LAB.CERT')).toEqual(bytes('exact'));
  });

  it('are private when they hold a key', async () => {
    await write('LAB.P12', 'x', true);
    await write('LAB.CERT', 'x');
    expect(fs.statSync(join(folder, 'LAB.P12')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(folder, 'LAB.CERT')).mode & 0o077).toBe(0o666 & 0o077 & ~process.umask());
    // Also when an open file stood there before.
    await write('LAB.CERT', 'x', true);
    expect(fs.statSync(join(folder, 'LAB.CERT')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.each([
    '..',
    '.',
    '',
    'lab.cert',
    '1LAB',
    'LAB..CERT',
    'LAB.CERT(MEMBER NAME)',
    'LONGQUALIFIER',
    'LAB CERT',
    'LAB\u0000',
    `${'A.'.repeat(22)}A`,
  ])('%j is no name', async (name) => {
    await expect(dataSets.read(name)).rejects.toThrow(code('core/bad-name'));
    await expect(write(name, 'x')).rejects.toThrow(code('core/bad-name'));
    await expect(dataSets.delete(name)).rejects.toThrow(code('core/bad-name'));
  });

  it('never lie outside the folder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'AZ09.-@#$~%'), maxLength: 12 }), async (name) => {
        try {
          await write(name, 'x');
        } catch {
          return;
        }
        expect(fs.readdirSync(folder)).toContain(name);
      }),
    );
    expect(fs.readdirSync(base).every((name) => /^\d+$/.test(name))).toBe(true);
  });

  it('are no links: they might lead anywhere', async () => {
    fs.mkdirSync(folder);
    fs.symlinkSync('/etc/passwd', join(folder, 'LAB.CERT'));
    await expect(dataSets.read('LAB.CERT')).rejects.toThrow(code('file/unreadable'));
    await write('LAB.CERT', 'x');
    expect(fs.lstatSync(join(folder, 'LAB.CERT')).isFile()).toBe(true);
  });

  it('are bounded', async () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'BIG'), '');
    fs.truncateSync(join(folder, 'BIG'), LIMITS.certificateFile + 1);
    await expect(dataSets.read('BIG')).rejects.toThrow(code('file/too-large'));
    fs.truncateSync(join(folder, 'BIG'), LIMITS.certificateFile);
    expect((await dataSets.read('BIG'))?.length).toBe(LIMITS.certificateFile);
  });
});

describe('files of the user\u2019s own', () => {
  it('are read and written where they are, and never written over unasked', async () => {
    fs.mkdirSync(folder);
    const path = join(folder, 'my file.pem');
    await write(path, 'one');
    expect(await dataSets.read(path)).toEqual(bytes('one'));
    expect(await dataSets.read(`./${relative(process.cwd(), path)}`)).toEqual(bytes('one'));
    await expect(write(path, 'two')).rejects.toThrow(
      expect.objectContaining({ code: 'file/exists', hint: expect.stringContaining('--force') }),
    );
    expect(fs.readFileSync(path, 'utf8')).toBe('one');
    await write(path, 'two', false, true);
    expect(fs.readFileSync(path, 'utf8')).toBe('two');
    expect(fs.readdirSync(folder)).toEqual(['my file.pem']);
  });

  it('may be links when read', async () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'target'), 'x');
    fs.symlinkSync('target', join(folder, 'link'));
    expect(await dataSets.read(join(folder, 'link'))).toEqual(bytes('x'));
    await expect(write(join(folder, 'link'), 'y')).rejects.toThrow(code('file/exists'));
  });

  it('are absent when the folder is', async () => {
    expect(await dataSets.read(join(folder, 'no/such/file'))).toBeNull();
    await expect(write(join(folder, 'no/such/file'), 'x')).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-written', message: expect.stringContaining('does not exist') }),
    );
    expect(await dataSets.delete(join(folder, 'no/such/file'))).toBe(false);
  });

  it('are no folders and no devices', async () => {
    fs.mkdirSync(folder);
    await expect(dataSets.read(`${folder}/`)).rejects.toThrow(
      expect.objectContaining({ code: 'file/unreadable', message: expect.stringContaining('is a folder') }),
    );
    await expect(write(folder, 'x', false, true)).rejects.toThrow(code('file/not-written'));
    await expect(dataSets.delete(folder)).rejects.toThrow(code('file/not-written'));
    await expect(dataSets.read('/dev/zero')).rejects.toThrow(code('file/unreadable'));
    await expect(write('/dev/null', 'x', false, true)).rejects.toThrow(code('file/not-written'));
    expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  itWith(['mkfifo'], 'are no pipes, and none is waited for', async () => {
    fs.mkdirSync(folder);
    const pipe = join(folder, 'pipe');
    run('mkfifo', [pipe]);
    await expect(dataSets.read(pipe)).rejects.toThrow(
      expect.objectContaining({ code: 'file/unreadable', message: expect.stringContaining('regular') }),
    );
    await expect(write(pipe, 'x', false, true)).rejects.toThrow(code('file/not-written'));
  });

  it.skipIf(process.getuid?.() === 0)('say so when they may not be read', async () => {
    fs.mkdirSync(folder);
    fs.writeFileSync(join(folder, 'x'), 'x', { mode: 0 });
    await expect(dataSets.read(join(folder, 'x'))).rejects.toThrow(
      expect.objectContaining({ code: 'file/unreadable', message: expect.stringContaining('may not be read') }),
    );
  });
});

describe('members of libraries', () => {
  const library = (): { folder: string; read: (name: string) => Promise<string | null> } => {
    const folder = fs.mkdtempSync(join(base, 'libraries-'));
    fs.mkdirSync(join(folder, 'LAB.PROCLIB'));
    fs.writeFileSync(join(folder, 'LAB.PROCLIB', 'RENEW'), 'a');
    fs.mkdirSync(join(folder, 'lab.cntl'));
    fs.writeFileSync(join(folder, 'lab.cntl', 'cmds'), 'b');
    fs.writeFileSync(join(folder, 'LAB.SINGLE(MEM)'), 'c');
    const sets = openDataSets(folder);
    const read = async (name: string): Promise<string | null> => {
      const bytes = await sets.read(name);
      return bytes === null ? null : Buffer.from(bytes).toString();
    };
    return { folder, read };
  };

  it('are files of a folder of its name, or files of both names, in either case of letters', async () => {
    const { read } = library();
    expect(await read('LAB.PROCLIB(RENEW)')).toBe('a');
    expect(await read('LAB.CNTL(CMDS)')).toBe('b');
    expect(await read('LAB.SINGLE(MEM)')).toBe('c');
    expect(await read('LAB.PROCLIB(NONE)')).toBeNull();
    expect(await read('LAB.NONE(MEM)')).toBeNull();
  });

  it('never lead out of the folder', async () => {
    const { folder, read } = library();
    fs.symlinkSync('/etc', join(folder, 'LAB.LINK'));
    fs.symlinkSync('/etc/passwd', join(folder, 'LAB.PROCLIB', 'LINKED'));
    expect(await read('LAB.LINK(PASSWD)')).toBeNull();
    await expect(read('LAB.PROCLIB(LINKED)')).rejects.toThrow();
    for (const name of ['LAB.X(..)', 'LAB.X(A/B)', '..(PASSWD)', 'LAB.X()', 'LAB.X(A)(B)', 'LAB.X(A']) {
      expect(await read(name).catch(() => null)).toBeNull();
    }
  });

  it('are only read', async () => {
    const { folder } = library();
    const write = openDataSets(folder).write({ name: 'LAB.PROCLIB(NEW)', bytes: new Uint8Array(1), secret: false });
    await expect(write).rejects.toThrow(expect.objectContaining({ code: 'file/not-written' }));
  });
});
