/** `ringtool racdcert` and `ringtool tso` as processes: streams, exit codes, batches, dry runs, secrets. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { LAB, onStore, PROGRAM } from './program.ts';

const folder = temporaryFolder();
let stores = 0;
const newStore = (): string => join(folder, `store-${++stores}`);

/** Every file of a store with its content, to see that nothing changed. */
function contentOf(store: string): Record<string, string> {
  const files = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, 'latin1')];
    }),
  );
}

describe('one command', () => {
  const ring = onStore(newStore());

  it('is made of the words, with or without RACDCERT in front, in any case', () => {
    expect(ring(['racdcert', 'ID(LABSRV)', 'ADDRING(One)']).code).toBe(0);
    expect(ring(['racdcert', 'racdcert', 'id(labsrv)', 'addring(Two)']).code).toBe(0);
    expect(ring(['racdcert', 'RACDCERT ID(LABSRV) LISTRING(One)']).out).toContain('>One<');
    expect(ring(['racdcert', 'ID(LABSRV) LISTRING(Two)']).out).toContain('>Two<');
  });

  it('takes options after the text, and anything as text after --', () => {
    const json = ring(['racdcert', 'ID(LABSRV) LISTRING(One)', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ format: 'ringtool-commands', version: 1, returnCode: 0 });
    const text = ring(['racdcert', '--', '--json']);
    expect(text.code).toBe(12);
    expect(text.out).toContain('IKJ');
    expect(ring(['racdcert', 'ID(LABSRV)', 'LISTRING(One)', '-x']).out).toContain('IKJ56712I');
  });

  it('misspelt is 12, the message on standard output, the advice on standard error', () => {
    expect(ring(['racdcert', 'ID(LABSRV) LISTRNG(One)'])).toEqual({
      code: 12,
      out: 'IKJ56712I INVALID KEYWORD, LISTRNG\n',
      err: 'Did you mean LISTRING?\n',
    });
    expect(ring(['racdcert', '--quiet', 'ID(LABSRV) LISTRNG(One)']).err).toBe('');
  });

  it('that fails gives its return code', () => {
    const { code, out } = ring(['racdcert', 'ID(LABSRV) ADDRING(One)']);
    expect(code).toBe(8);
    expect(out).toBe('IRRD122I Ring One already exists.\n');
  });

  it('with control characters in it cannot reach the terminal', () => {
    for (const text of ['ID(LABSRV) LISTRING(\u001b[31mX)', "ID(LABSRV) LIST(LABEL('\u202eX'))"]) {
      const { out, err } = ring(['racdcert', text]);
      expect(out + err).not.toMatch(/[\u001b\u202e]/);
    }
  });
});

describe('a batch from standard input', () => {
  it('goes on after a failing command, and answers the highest code', () => {
    const { code, out } = onStore(newStore())(['racdcert', '--echo'], {
      input: 'RACDCERT ID(LABSRV) ADDRING(R)\nRACDCERT ID(LABSRV) ADDRING(R)\nRACDCERT ID(LABSRV) +\n   LISTRING(R)\n',
    });
    expect(code).toBe(8);
    expect(out.split('\n')).toEqual([
      'RACDCERT ID(LABSRV) ADDRING(R)',
      expect.stringContaining('IRRD175I'),
      'RACDCERT ID(LABSRV) ADDRING(R)',
      'IRRD122I Ring R already exists.',
      'RACDCERT ID(LABSRV) LISTRING(R)',
      'Digital ring information for user LABSRV:',
      '',
      '  Ring:',
      '       >R<',
      '  *** No certificates connected ***',
      '',
    ]);
  });

  it('goes on when a file cannot be written, in text and in JSON', () => {
    const ring = onStore(newStore());
    expect(ring(['racdcert'], { input: LAB }).code).toBe(0);
    const own = join(folder, 'own.pem');
    writeFileSync(own, 'mine');
    const input = `RACDCERT ID(LABSRV) EXPORT(LABEL('Lab server')) DSN('${own}')\nRACDCERT ID(LABSRV) ADDRING(After)\n`;
    const { code, err } = ring(['racdcert'], { input });
    expect(code).toBe(8);
    expect(err).toContain('-:1: ');
    expect(err).toContain('--force');
    expect(ring(['racdcert', '--quiet'], { input }).err).not.toContain('hint');
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(ring(['racdcert', 'ID(LABSRV) LISTRING(After)']).code).toBe(0);
    const answer = JSON.parse(ring(['racdcert', '--json'], { input }).out) as { commands: unknown[] };
    expect(answer.commands).toMatchObject([
      { line: 1, returnCode: 8, error: { code: 'file/exists' } },
      { line: 2, returnCode: 8 },
    ]);
    expect(ring(['racdcert', '--force'], { input: input.split('\n', 1)[0] ?? '' }).code).toBe(0);
    expect(readFileSync(own, 'utf8')).toContain('BEGIN CERTIFICATE');
  });

  it('runs the commands around RACDCERT too', () => {
    const { code, out } = onStore(newStore())(['tso'], {
      input: 'SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH\nPROFILE\n',
    });
    expect(code).toBe(0);
    expect(out).toContain('ICH14063I');
  });

  it('that is empty shows how the command is used', () => {
    const { code, out, err } = onStore(newStore())(['racdcert'], { input: '' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('ringtool racdcert < commands.tso');
  });

  it('that is not text is refused by name', () => {
    const { code, err } = onStore(newStore())(['racdcert'], { input: Buffer.from([0, 1, 2, 255, 254, 0]) });
    expect(code).toBe(8);
    expect(err).toContain('not a text file');
  });

  it('outlives a reader that goes away', () => {
    const input = 'RACDCERT ID(LABSRV) LISTRING(*)\n'.repeat(3000);
    const store = newStore();
    onStore(store)(['racdcert', 'ID(LABSRV) ADDRING(R)']);
    const command = `'${process.execPath}' '${PROGRAM}' racdcert --store '${store}' | head -n 1`;
    const { stderr, stdout } = spawnSync('sh', ['-c', command], { input, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'Digital ring information for user LABSRV:\n', stderr: '' });
  });
});

describe('a dry run', () => {
  it('says what it would do and changes nothing', () => {
    const store = newStore();
    const ring = onStore(store);
    expect(ring(['racdcert'], { input: LAB }).code).toBe(0);
    const before = contentOf(store);
    const { code, out } = ring(['racdcert', '--dry-run'], {
      input:
        "RACDCERT ID(LABSRV) EXPORT(LABEL('Lab server')) DSN('LAB.OUT')\n" +
        "RACDCERT ID(LABSRV) DELETE(LABEL('Lab server'))\nRACDCERT ID(LABSRV) DELRING(LabRing)\n" +
        "RACDCERT ID(LABSRV) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC\n",
    });
    expect(code).toBe(0);
    expect(out).toContain("Would delete certificate ID(LABSRV) 'Lab server'.");
    expect(out).toContain('Would write data set LAB.OUT.');
    expect(contentOf(store)).toEqual(before);
  });

  it('makes no store where there is none', () => {
    const store = newStore();
    const { code, out } = onStore(store)(['racdcert', '--dry-run', 'ID(LABSRV) ADDRING(New)']);
    expect({ code, made: existsSync(store) }).toEqual({ code: 0, made: false });
    expect(out).toContain('Would add ring LABSRV/New.');
    expect(onStore(store)(['racdcert', 'ID(LABSRV) ADDRING(New)']).code).toBe(0);
    expect(existsSync(store)).toBe(true);
  });

  it('lets later commands see what earlier ones would do', () => {
    const ring = onStore(newStore());
    expect(ring(['racdcert'], { input: LAB }).code).toBe(0);
    const { code, out } = ring(['racdcert', '--dry-run'], {
      input:
        "RACDCERT ID(LABSRV) ADDRING(New)\nRACDCERT ID(LABSRV) CONNECT(LABEL('Lab server') RING(New))\n" +
        'RACDCERT ID(LABSRV) LISTRING(New)\n',
    });
    expect(code).toBe(0);
    expect(out).toContain('Would change ring LABSRV/New.');
    expect(out).toMatch(/>New<[\s\S]*Lab server/);
    expect(ring(['racdcert', 'ID(LABSRV) LISTRING(New)']).code).toBe(4);
  });
});

it('lets no data set lie among the files of the store, whatever is forced', () => {
  const store = newStore();
  const ring = onStore(store);
  expect(ring(['racdcert'], { input: LAB }).code).toBe(0);
  const before = contentOf(store);
  for (const place of ['store.json', 'history.jsonl', 'keys/x.json', 'lock/999']) {
    const dsn = `${store}/${place}`;
    const { code, err } = ring(['racdcert', '--force', `ID(LABSRV) EXPORT(LABEL('Lab server')) DSN('${dsn}')`]);
    expect(code).toBe(8);
    expect(err).toContain('it lies in the store');
  }
  expect(contentOf(store)).toEqual(before);
});

it('repeats no password that is typed in the way of other systems', () => {
  const ring = onStore(newStore());
  for (const typed of [
    'PASSWORD=Sesame1',
    'PASSWORD"Sesame1"',
    'PASSWORD =Sesame1',
    'PASSWORD= Sesame1',
    'PASSWORD = Sesame1',
  ]) {
    for (const how of ['--echo', '--json', '--dry-run']) {
      const { code, out, err } = ring(['racdcert', how, `ID(X) ADD('A.B') ${typed}`]);
      expect(code).toBe(12);
      expect((out + err).toUpperCase()).not.toContain('SESAME');
    }
  }
});

it('counts changes only: a check or a backup is no commit', () => {
  const store = newStore();
  const ring = onStore(store);
  ring(['racdcert', 'ID(LABSRV) ADDRING(New)']);
  const last = (): unknown => (JSON.parse(ring(['store', 'info', '--json']).out) as { commit: unknown }).commit;
  const before = last();
  expect(ring(['store', 'check']).code).toBe(0);
  expect(ring(['store', 'backup', `${store}-copy`]).code).toBe(0);
  expect(last()).toBe(before);
});

it('claims no function for a word that it cannot read', () => {
  const { code, out } = onStore(newStore())(['racdcert', '--json', 'ID(LABSRV) ADDRNIG(New)']);
  expect(code).toBe(12);
  expect((JSON.parse(out) as { commands: { command: string }[] }).commands[0]?.command).toBe('RACDCERT');
});

describe('secrets', () => {
  it('never reach screen, history or store as text', () => {
    const store = newStore();
    const ring = onStore(store);
    ring(['racdcert'], { input: LAB });
    const { code, out, err } = ring(['racdcert', '--echo', '--json'], {
      input:
        "RACDCERT ID(LABSRV) EXPORT(LABEL('Lab server')) DSN('LAB.P12') PASSWORD('open sesame') FORMAT(PKCS12DER)\n",
    });
    expect(code).toBe(0);
    const echoed = ring(['racdcert', '--echo', "ID(LABSRV) EXPORT(LABEL('none')) DSN('A.B') PASSWORD('open sesame')"]);
    const history = ring(['store', 'history']);
    for (const text of [
      out,
      err,
      echoed.out,
      echoed.err,
      history.out,
      readFileSync(join(store, 'history.jsonl'), 'utf8'),
    ]) {
      expect(text).not.toContain('sesame');
    }
    expect(echoed.out).toContain('PASSWORD(********)');
    const listed = ring(['racdcert', '--json', 'ID(LABSRV) LIST']);
    expect(listed.out).not.toMatch(/PRIVATE KEY|pkcs8/);
  });
});

describe('the build', () => {
  it('has a code cache that this Node accepts', async () => {
    const { Script } = await import('node:vm');
    const dist = join(PROGRAM, '..');
    const script = new Script(readFileSync(join(dist, 'main.js'), 'latin1'), {
      filename: join(dist, 'main.js'),
      cachedData: readFileSync(join(dist, 'main.cache')),
    });
    expect(script.cachedDataRejected).toBe(false);
  });

  it('starts without it, and with a cache of something else', () => {
    const other = join(folder, 'dist');
    mkdirSync(other);
    const copy =
      "const fs=require('fs');const[d,o]=process.argv.slice(1);for(const f of ['ringtool.cjs','main.js','packages.js'])fs.copyFileSync(d+'/'+f,o+'/'+f)";
    spawnSync(process.execPath, ['-e', copy, join(PROGRAM, '..'), other]);
    const start = (): string =>
      spawnSync(process.execPath, [join(other, 'ringtool.cjs'), '--version'], { encoding: 'utf8' }).stdout;
    expect(start()).toMatch(/^\d/);
    spawnSync(process.execPath, [
      '-e',
      "require('fs').writeFileSync(process.argv[1],'rubbish')",
      join(other, 'main.cache'),
    ]);
    expect(existsSync(join(other, 'main.cache'))).toBe(true);
    expect(start()).toMatch(/^\d/);
  });
});
