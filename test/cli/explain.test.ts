/** `ringtool explain`, the built program. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { ringtool } from './program.ts';

const folder = temporaryFolder();
const store = join(folder, 'store');

describe('explain', () => {
  it('says what is understood, filled in, ignored, and would happen, and makes no store', () => {
    const text = "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) NISTECC NEWLABEL('x')";
    const { code, out } = ringtool(['explain', text, '--store', store, '--now', '2026-11-20T08:00:00Z']);
    expect(code).toBe(0);
    expect(out).toContain('RACDCERT GENCERT: ');
    expect(out).toMatch(/^ {2}SUBJECTSDN\(CN\('Lab CA'\)\) +the subject's distinguished name$/m);
    expect(out).toMatch(/^ {2}WITHLABEL +LABEL00000001$/m);
    expect(out).toMatch(/^ {2}NEWLABEL +belongs to ALTER, ALTMAP, ROLLOVER$/m);
    expect(out).toContain("Would add certificate CERTAUTH 'LABEL00000001'.");
    expect(out).toContain('[documented]  Key usage must go with the kind of key (IRRD156I).');
    expect(existsSync(store)).toBe(false);
  });

  it('counts the lines of a listing, whatever else would be changed', () => {
    const { out } = ringtool(['explain', 'SETROPTS RACLIST(SERVAUTH) LIST', '--store', store]);
    expect(out).toContain('a listing of 2 lines');
    expect(out).toContain('Would change settings store.');
  });

  it('answers bad input as TSO does, with what was meant', () => {
    const { code, out, err } = ringtool(['explain', 'RACDCERT', 'CERTAUTH', 'LISTRNG(x)', '--store', store]);
    expect([code, out.trimEnd(), err.trimEnd()]).toEqual([
      12,
      'IKJ56712I INVALID KEYWORD, LISTRNG',
      'Did you mean LISTRING?',
    ]);
    expect(ringtool(['explain']).code).toBe(2);
  });

  it('is a document with --json, without the password', () => {
    const { code, out } = ringtool(['explain', '--json', "RACDCERT ADD(X) PASSWORD('geheim')", '--store', store]);
    expect(code).toBe(0);
    expect(out).not.toContain('geheim');
    expect(JSON.parse(out)).toMatchObject({
      format: 'ringtool-explain',
      version: 1,
      of: 'racdcert',
      explanation: { name: 'ADD', owner: { named: false } },
      happens: { returnCode: 8, messages: [{ id: 'IKJ56228I' }], changes: [] },
    });
  });
});
