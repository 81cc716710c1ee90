/** Commands explained: what is understood, filled in, ignored, and what would happen. */
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainCommand, type Explained } from '../../src/session/explain.ts';
import { openTsoSession, type SessionOptions } from '../../src/session/tso-session.ts';
import { temporaryFolder } from '../peers.ts';
import { runOne, testSession } from './test-session.ts';

const folder = temporaryFolder();
let options: SessionOptions;

beforeAll(async () => {
  options = await testSession(join(folder, 'explain'), { timeZone: 'America/New_York' });
  for (const command of [
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC",
    "RACDCERT ID(WEBSRV) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('web') NISTECC SIZE(384) SIGNWITH(CERTAUTH LABEL('CA'))",
    'RACDCERT ID(WEBSRV) ADDRING(Web.Ring)',
  ]) {
    expect((await runOne(command, options)).returnCode).toBe(0);
  }
});

function explained(text: string, differing: Partial<SessionOptions> = {}): Promise<Explained> {
  const given = { ...options, ...differing, dryRun: true };
  return explainCommand(text, openTsoSession(given));
}

async function racdcert(text: string, differing: Partial<SessionOptions> = {}) {
  const found = await explained(text, differing);
  if (found.of !== 'racdcert') throw new Error(`${text} is not explained: ${found.result.lines.join(' ')}`);
  const filledIn = new Map(found.explanation.filledIn.map(({ name, value }) => [name, value]));
  const ignored = new Map(found.explanation.ignored.map(({ name, why }) => [name, why]));
  return { ...found, filledIn, ignored, written: found.explanation.operands.map((operand) => operand.written) };
}

describe('what is filled in', () => {
  it('is the very label, key and validity that the command would give', async () => {
    const text = "RACDCERT GENCERT SUBJECTSDN(CN('x')) NOTAFTER(TIME(12:00:00))";
    const { filledIn, explanation } = await racdcert(text);
    expect(explanation.owner).toEqual({ text: 'ID(IBMUSER)', named: false });
    expect(Object.fromEntries(filledIn)).toMatchObject({
      RSA: 'a key of the kind RSA, in the database',
      SIZE: '2048',
      WITHLABEL: 'LABEL00000001',
      // In New York it is still the same day.
      NOTBEFORE: 'DATE(2026-11-20) TIME(00:00:00)',
      'NOTAFTER(DATE)': 'DATE(2027-11-20)',
    });
    expect(filledIn.has('NOTAFTER')).toBe(false);
    expect((await racdcert(text, { level: '2.2' })).filledIn.get('SIZE')).toBe('1024');
  });

  it('follows the original of a REKEY, the label of a renewal and the owner of a connection', async () => {
    const rekey = await racdcert("RACDCERT ID(WEBSRV) REKEY(LABEL('web'))");
    expect(rekey.filledIn.get('NISTECC')).toBe('a key of the kind NIST ECC, in the database');
    expect(rekey.filledIn.get('SIZE')).toBe('384');
    expect((await runOne("RACDCERT ID(WEBSRV) GENREQ(LABEL('web')) DSN(REQ)", options)).returnCode).toBe(0);
    const renewal = await racdcert("RACDCERT ID(WEBSRV) GENCERT(REQ) SIGNWITH(CERTAUTH LABEL('CA'))");
    expect(renewal.filledIn.get('WITHLABEL')).toBe('web');
    expect(renewal.filledIn.get('NISTECC')).toBe('the key that is given, of the kind NIST ECC');
    const connect = await racdcert("RACDCERT ID(WEBSRV) CONNECT(CERTAUTH LABEL('CA') RING(Web.Ring))");
    expect(connect.filledIn.get('CONNECT(USAGE)')).toBe('CERTAUTH');
    expect(connect.filledIn.get('CONNECT(DEFAULT)')).toBe('not the default');
  });

  it('fills in nothing for operands that exclude one that is written', async () => {
    const { filledIn } = await racdcert("RACDCERT GENCERT SUBJECTSDN(CN('x')) NISTECC(PKDS(*)) WITHLABEL('X.Y')");
    expect([...filledIn.keys()].filter((name) => ['RSA', 'DSA', 'ICSF', 'FROMICSF'].includes(name))).toEqual([]);
    expect(filledIn.get('SIZE')).toBe('256');
  });

  it('tells the format of an export', async () => {
    const text = "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN(OUT)";
    expect((await racdcert(text)).filledIn.get('FORMAT')).toBe('CERTB64');
    expect((await racdcert(`${text} PASSWORD('geheim')`)).filledIn.get('FORMAT')).toBe('PKCS12DER');
  });
});

it('names in full what is written, and says why a keyword is ignored', async () => {
  const { explanation, written, ignored, result } = await racdcert(
    'racdcert id(a) certauth addr(R) alte(lab(CA)) trust notr newl(B) size(1024)',
  );
  expect(explanation.name).toBe('ALTER');
  expect(written).toEqual(['ALTER(LABEL(CA))', 'NOTRUST', 'NEWLABEL(B)']);
  expect(Object.fromEntries(ignored)).toEqual({
    ID: 'CERTAUTH, written later, counts',
    TRUST: 'NOTRUST, written later, counts',
    SIZE: 'belongs to GENCERT, REKEY',
    ADDRING: 'only the last function counts, ALTER',
  });
  expect(result.changes.length).toBeGreaterThan(0);
});

it('says LIST where no function is named', async () => {
  const { explanation, filledIn } = await racdcert('RACDCERT CERTAUTH');
  expect(explanation.name).toBe('LIST');
  expect(filledIn.get('LIST')).toBe('meant, because no function is named');
});

it('explains what is refused as far as it goes', async () => {
  const { explanation, result } = await racdcert('RACDCERT SITE ADDRING(R)');
  expect([explanation.name, explanation.owner]).toEqual(['ADDRING', null]);
  expect(result.messages.map(({ id }) => id)).toEqual(['IRRD120I']);
});

it('explains the commands around RACDCERT in short', async () => {
  const found = await explained('SETR RACL(DIGTCERT DIGTRING) REFR');
  expect(found).toMatchObject({
    of: 'racf',
    explanation: {
      name: 'SETROPTS',
      operands: [
        { named: 'RACLIST', written: 'RACLIST(DIGTCERT DIGTRING)' },
        { named: 'REFRESH', written: 'REFRESH' },
      ],
    },
  });
});

it.each([
  ['RACDCERT CERTAUTH LISTRNG(R)', 'IKJ56712I', 'Did you mean LISTRING?'],
  ['RACDCERT GENCERT SIZE(many)', 'IKJ56702I', undefined],
  ['ROCDCERT LIST', 'IKJ56500I', 'Did you mean RACDCERT?'],
  ["RACDCERT LIST(LABEL('x)", 'RNGT902I', undefined],
  ['', 'RNGT909I', undefined],
])('%s is answered with what was meant', async (text, id, hint) => {
  const found = await explained(text);
  expect(found.of).toBe('nothing');
  expect(found.result.messages.map((message) => message.id)).toEqual([id]);
  expect(found.result.hints[0]).toBe(hint);
});

it('changes nothing', async () => {
  const before = await options.store.history(1);
  await explained("RACDCERT ID(WEBSRV) DELETE(LABEL('web')) FORCE");
  await explained("RACDCERT ID(WEBSRV) EXPORT(LABEL('web')) DSN(OUT)");
  expect(await options.store.history(1)).toEqual(before);
  expect(await options.dataSets.read('IBMUSER.OUT')).toBeNull();
});

it('never shows a password, however it is written', async () => {
  const secret = fc.stringMatching(/^[a-z]{5,9}Q7$/);
  const shape = fc.constantFrom(
    (word: string) => `RACDCERT ADD(X.P12) PASSWORD('${word}')`,
    (word: string) => `RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN(OUT) pass ('${word}') FORMAT(PKCS12DER)`,
    (word: string) => `RACDCERT ADD(X.P12) PA(${word}) PASSWORD(${word})`,
    (word: string) => `RACDCERT LIST PASSWORD=${word}`,
    (word: string) => `ADDUSER U1 PASSWORD(${word})`,
    (word: string) => `ALU U1 PHRASE('${word} ${word}')`,
    (word: string) => `RACDCERT ADD(X.P12) PASSWORD('${word}`,
  );
  await fc.assert(
    fc.asyncProperty(secret, shape, async (word, write) => {
      expect(JSON.stringify(await explained(write(word))).toLowerCase()).not.toContain(word.toLowerCase());
    }),
    { numRuns: 60 },
  );
});
