/**
 * Programs that read LIST and LISTRING by column, as people have written them, read ours.
 *
 * Columns count from 1. `cut` gives blanks beyond the end of a line, as SUBSTR of REXX does.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAB, onStore } from '../cli/program.ts';
import { temporaryFolder } from '../peers.ts';
import { type Lab, memoryLab } from '../racdcert/memory-lab.ts';
import { generateKeyPair } from '../../src/x509/keys.ts';

const cut = (line: string | undefined, column: number, width: number): string =>
  (line ?? '').padEnd(column - 1 + width).slice(column - 1, column - 1 + width);
const value = (line: string | undefined, column: number, width: number): string => cut(line, column, width).trimEnd();
const from = (line: string | undefined, column: number): string => (line ?? '').slice(column - 1).trimEnd();
const bare = (line: string | undefined): string => (line ?? '').trim().replace(/^>/, '').replace(/<$/, '');

interface Read {
  readonly label: string;
  readonly id: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly serial: string;
  readonly issuer: string;
}

/** Counts lines from the one with the label on. */
function byLines(lines: readonly string[]): readonly Read[] {
  const found: Read[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('  Label: ')) continue;
    const next = (distance: number): string | undefined => lines[at + distance];
    expect(next(1)).toMatch(/^ {2}Certificate ID: /);
    expect(next(2)).toMatch(/^ {2}Status: /);
    expect(next(3)).toMatch(/^ {2}Start Date: \d/);
    expect(next(4)).toMatch(/^ {2}End Date: {3}\d/);
    expect(next(5)).toBe('  Serial Number:');
    expect(next(7)).toBe("  Issuer's Name:");
    let issuer = '';
    let behind = at + 8;
    for (; !lines[behind]?.startsWith("  Subject's Name:"); behind++) {
      expect(cut(lines[behind], 8, 1)).toBe('>');
      // 71 columns: the two signs and 69 characters.
      issuer += bare(cut(lines[behind], 8, 71));
    }
    found.push({
      label: value(line, 10, 32),
      id: from(next(1), 19),
      status: value(next(2), 11, 9),
      start: cut(next(3), 15, 10),
      end: cut(next(4), 15, 10),
      serial: bare(next(6)),
      issuer,
    });
  }
  return found;
}

interface Row {
  readonly label: string;
  readonly owner: string;
  readonly usage: string;
  readonly default: string;
}

/** A ring begins with `Ring:` in column 3; its name is what stands between > and < on the lines behind. */
function ringsOf(lines: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const rings = new Map<string, Row[]>();
  for (const [at, line] of lines.entries()) {
    if (cut(line, 3, 5) !== 'Ring:') continue;
    let name = '';
    let behind = at + 1;
    for (; cut(lines[behind], 8, 1) === '>'; behind++) name += bare(lines[behind]);
    const rows: Row[] = [];
    rings.set(name, rows);
    if (cut(lines[behind], 3, 4) === '*** ') continue;
    for (behind += 2; behind < lines.length && ['YES', 'NO '].includes(cut(lines[behind], 66, 3)); behind++) {
      const row = lines[behind];
      rows.push({
        label: value(row, 3, 32),
        owner: value(row, 38, 12),
        usage: value(row, 53, 8),
        default: cut(row, 66, 3),
      });
    }
  }
  return rings;
}

const LABEL = 'A label of thirty-two characters';
const LONG_RING = `Ring.${'of.a.very.long.name.'.repeat(8)}end`;
const LONG_NAME = [
  "OU('A unit whose name goes on for as long as any unit may be')",
  "OU('Another unit whose name goes on for as long as the first')",
  "OU('And a third, so that the name does not end early on a line')",
  "OU('A fourth, for those who thought that three would be enough')",
].join(' ');

async function listings(): Promise<Lab> {
  const lab = memoryLab();
  await lab.done(
    `RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Column CA') ${LONG_NAME} O('Marsh Works') C('US')) WITHLABEL('Column CA') NISTECC NOTAFTER(DATE(2036-12-31))`,
  );
  await lab.done(
    `RACDCERT ID(COLUMN1) GENCERT SUBJECTSDN(CN('column.example.com') ${LONG_NAME}) WITHLABEL('${LABEL}') RSA SIGNWITH(CERTAUTH LABEL('Column CA')) NOTBEFORE(DATE(2026-11-20)) NOTAFTER(DATE(2030-06-30))`,
  );
  await lab.done("RACDCERT ID(COLUMN1) GENCERT SUBJECTSDN(CN('short')) WITHLABEL('s') NISTECC");
  await lab.done("RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('of the site') NISTECC");
  for (const ring of ['Full.Ring', LONG_RING, 'Empty.Ring']) {
    await lab.done(`RACDCERT ID(COLUMN1) ADDRING(${ring})`);
  }
  for (const what of [
    "CERTAUTH LABEL('Column CA') RING(Full.Ring)",
    `LABEL('${LABEL}') RING(Full.Ring) DEFAULT`,
    "SITE LABEL('of the site') RING(Full.Ring) USAGE(SITE)",
    `LABEL('${LABEL}') RING(${LONG_RING})`,
  ]) {
    await lab.done(`RACDCERT ID(COLUMN1) CONNECT(${what})`);
  }
  // Certificates of somebody else, the first of them here already, without its key.
  const elsewhere = memoryLab({ keys: { generate: generateKeyPair } });
  for (const name of ['OTHER', 'THIRD', 'FOURTH']) {
    await elsewhere.done(`RACDCERT SITE GENCERT SUBJECTSDN(CN('${name}')) WITHLABEL('${name}') NISTECC`);
    await elsewhere.done(`RACDCERT SITE EXPORT(LABEL('${name}')) DSN('${name}') FORMAT(CERTB64)`);
    lab.files.set(name, elsewhere.files.get(name) ?? new Uint8Array());
  }
  await lab.done("RACDCERT ID(COLUMN2) ADD('OTHER') WITHLABEL('no key')");
  return lab;
}

let lab: Lab;
beforeAll(async () => {
  lab = await listings();
});
const lines = async (command: string): Promise<readonly string[]> => (await lab.done(`RACDCERT ${command}`)).lines;

const UNITS = [...LONG_NAME.matchAll(/'([^']+)'/g)].map(([, unit]) => `OU=${unit}`).join('.');
const CA_NAME = `CN=Column CA.${UNITS}.O=Marsh Works.C=US`;

describe('LIST', () => {
  it('says whose it is in the sixth word, or the fifth', async () => {
    const words = async (command: string): Promise<readonly string[]> => (await lines(command))[0]?.split(/\s+/) ?? [];
    expect((await words('ID(COLUMN1) LIST'))[5]).toBe('COLUMN1:');
    expect((await words('CERTAUTH LIST'))[4]).toBe('CERTAUTH:');
    expect((await words('SITE LIST'))[4]).toBe('SITE:');
  });

  it.each(['1.13', '2.1', '2.4', '2.5', '3.1', '3.2'] as const)(
    'by counting lines, as z/OS %s prints it',
    async (level) => {
      const { lines: printed } = await lab.run('RACDCERT ID(COLUMN1) LIST', { level });
      expect(byLines(printed)).toEqual([
        expect.objectContaining({
          label: LABEL,
          status: 'TRUST',
          start: '2026/11/20',
          end: '2030/06/30',
          serial: '01',
          issuer: CA_NAME,
        }),
        expect.objectContaining({
          label: 's',
          start: '2026/11/20',
          end: '2027/11/20',
          serial: '00',
          issuer: 'CN=short',
        }),
      ]);
      expect(byLines(printed).map(({ id }) => /^2[A-Za-z0-9+/]+$/.test(id))).toEqual([true, true]);
    },
  );

  it('by offset: values behind headings, and on the line below them', async () => {
    const printed = await lines(`ID(COLUMN1) LIST(LABEL('${LABEL}'))`);
    const starting = (text: string): number => printed.findIndex((line) => line.trimStart().startsWith(text));
    expect(from(printed[starting('Signing Algorithm: ')], 22)).toBe('sha256ECDSA');
    expect(from(printed[starting('Key Size: ')], 13)).toBe('2048');
    expect(from(printed[starting('Ring Owner: ')], 17)).toBe('COLUMN1');
    expect(bare(printed[starting('Serial Number:') + 1])).toBe('01');
    expect(bare(printed[starting("Subject's Name:") + 1])).toBe(`CN=column.example.com.${UNITS}`.slice(0, 69));
    expect(bare(printed[starting('Certificate Fingerprint') + 1])).toMatch(/^(?:[0-9A-F]{2}:){16}$/);
  });

  it('joins a wrapped name again; the subject ends after 256 characters', async () => {
    const printed = await lines("CERTAUTH LIST(LABEL('Column CA'))");
    const at = printed.indexOf("  Subject's Name:");
    const wrapped = printed.slice(
      at + 1,
      printed.findIndex((line, index) => index > at && !line.startsWith('       >')),
    );
    expect(wrapped.map((line) => line.length)).toEqual([78, 78, 78, 58]);
    expect(CA_NAME.length).toBeGreaterThan(256);
    expect(wrapped.map(bare).join('')).toBe(CA_NAME.slice(0, 256));
    expect(byLines(printed)[0]?.issuer).toBe(CA_NAME);
  });

  it('by pattern: the third word of the end date, the fingerprint in two runs, rings or none', async () => {
    const printed = await lines('ID(COLUMN1) LIST');
    const ends = printed.filter((line) => line.includes('End Date:')).map((line) => line.trim().split(/\s+/)[2]);
    expect(ends).toEqual(['2030/06/30', '2027/11/20']);
    const runs = printed.flatMap((line) => line.match(/[0-9A-F:]{47,48}/g) ?? []);
    expect(runs.map((run) => run.length)).toEqual([48, 47, 48, 47]);
    expect(runs.slice(0, 2).join('').split(':')).toHaveLength(32);
    const [first, second] = printed.flatMap((line, at) => (line === '  Ring Associations:' ? [printed[at + 1]] : []));
    expect(first).toBe('    Ring Owner: COLUMN1');
    expect(second?.trim()).toBe('*** No rings associated ***');
  });

  it('names the rings, long ones joined again', async () => {
    const printed = await lines(`ID(COLUMN1) LIST(LABEL('${LABEL}'))`);
    const rings: string[] = [];
    for (const line of printed.slice(printed.indexOf('  Ring Associations:'))) {
      if (line.trim() === 'Ring:') rings.push('');
      else if (cut(line, 8, 1) === '>') rings.push((rings.pop() ?? '') + bare(line));
    }
    expect(rings).toEqual(['Full.Ring', LONG_RING]);
  });
});

describe('LISTRING', () => {
  it('by column', async () => {
    const rings = ringsOf(await lines('ID(COLUMN1) LISTRING(*)'));
    expect(Object.fromEntries(rings)).toEqual({
      'Full.Ring': [
        { label: 'Column CA', owner: 'CERTAUTH', usage: 'CERTAUTH', default: 'NO ' },
        { label: LABEL, owner: 'ID(COLUMN1)', usage: 'PERSONAL', default: 'YES' },
        { label: 'of the site', owner: 'SITE', usage: 'SITE', default: 'NO ' },
      ],
      [LONG_RING]: [{ label: LABEL, owner: 'ID(COLUMN1)', usage: 'PERSONAL', default: 'NO ' }],
      'Empty.Ring': [],
    });
  });

  it('the first line that has CERTAUTH in it begins with a label', async () => {
    const printed = await lines('ID(COLUMN1) LISTRING(Full.Ring)');
    expect(printed.find((line) => line.includes('CERTAUTH'))?.trim()).toMatch(/^Column CA /);
    expect((await lines('ID(COLUMN1) LISTRING(Empty.Ring)')).join('\n')).not.toContain('CERTAUTH');
  });

  it('every line fits a screen of 80 columns', async () => {
    for (const command of ['ID(COLUMN1) LISTRING(*)', 'ID(COLUMN1) LIST', 'CERTAUTH LIST']) {
      for (const line of await lines(command)) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe('messages that programs look for', () => {
  it('by its whole text', async () => {
    const { lines: printed } = await lab.run('RACDCERT ID(COLUMN1) LISTRING(Missing)');
    expect(printed).toEqual(['IRRD114I Ring Missing does not exist.']);
  });

  it.each([
    ['IRRD105I', 'RACDCERT ID(NOCERT) LIST'],
    ['IRRD107I', "RACDCERT ID(COLUMN1) LIST(LABEL('missing'))"],
    ['IRRD109I', "RACDCERT ID(COLUMN2) ADD('OTHER') WITHLABEL('again')"],
    ['IRRD113I', "RACDCERT ID(COLUMN2) ADD('THIRD') WITHLABEL('third')"],
    ['IRRD115I', 'RACDCERT ID(NOCERT) LISTRING(*)'],
    ['IRRD122I', 'RACDCERT ID(COLUMN1) ADDRING(Full.Ring)'],
    ['IRRD147I', "RACDCERT ID(COLUMN2) EXPORT(LABEL('no key')) DSN('X') FORMAT(PKCS12DER) PASSWORD('columns')"],
    ['IRRD199I', "RACDCERT ID(COLUMN2) ADD('FOURTH') WITHLABEL('fourth')"],
    ['ICH14063I', 'SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH'],
    ['ICH14070I', 'SETROPTS RACLIST(DIGTNMAP) REFRESH'],
    ['IKJ56701I', 'RACDCERT ADDRING'],
    ['IKJ56702I', 'RACDCERT ADDRING(R) ID(TOOLONGID)'],
  ])('%s begins its line', async (id, command) => {
    const { lines: printed } = await lab.run(command);
    expect(printed.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
  });

  it.each(['ID(COLUMN1) LISTRING(Missing)', 'ID(NOCERT) LISTRING(Missing)', 'LISTTOKEN(MISSING)'])(
    '%s has a code that is not 0',
    async (command) => expect((await lab.run(`RACDCERT ${command}`)).returnCode).toBeGreaterThan(0),
  );
});

describe('a script', () => {
  const folder = temporaryFolder();
  const program = onStore(join(folder, 'store'));

  beforeAll(() => {
    expect(program(['racdcert'], { input: LAB }).code).toBe(0);
  });

  function script(...commands: readonly string[]): readonly string[] {
    const path = join(folder, 'read.sh');
    writeFileSync(path, `#!/bin/sh\n${commands.join('\n')}\n`);
    const { out } = program(['run', path]);
    return out.trimEnd().split('\n');
  }

  it('that skips seven lines of tsocmd finds the first row of a ring', () => {
    const rows = script('tsocmd "RACDCERT ID(LABSRV) LISTRING(LabRing)" 2>/dev/null | tail -n +8');
    expect(rows.map((row) => [value(row, 3, 32), value(row, 38, 12), cut(row, 66, 3)])).toEqual([
      ['Lab CA', 'CERTAUTH', 'NO '],
      ['Lab server', 'ID(LABSRV)', 'YES'],
    ]);
  });

  it('that cuts columns and takes words gets what it is after', () => {
    expect(
      script(
        'tsocmd "RACDCERT ID(LABSRV) LISTRING(LabRing)" 2>/dev/null | grep YES | cut -c3-34',
        `tsocmd "RACDCERT ID(LABSRV) LIST" 2>/dev/null | awk '/End Date:/ {print $3}'`,
        `tsocmd "RACDCERT ID(LABSRV) LIST" 2>/dev/null | grep -A1 "Serial Number:" | tail -n 1 | tr -d ' <>'`,
        'tsocmd "RACDCERT ID(LABSRV) LISTRING(Nope)" >/dev/null 2>&1 || echo "no ring"',
        'tsocmd "RACDCERT LISTTOKEN(NOPE)" >/dev/null 2>&1 || echo "no token"',
      ).map((line) => line.trimEnd()),
    ).toEqual(['Lab server', '2027/11/20', '01', 'no ring', 'no token']);
  });
});
