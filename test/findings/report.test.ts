/** Exit codes, and both report formats, over one made-up report. */
import { describe, expect, it } from 'vitest';
import { type Finding, zosMeaning } from '../../src/findings/finding.ts';
import { type AuditReport, exitCodeOf } from '../../src/findings/report.ts';
import { auditJson, jsonReport } from '../../src/findings/reports/json.ts';
import { REPORT_FORMATS } from '../../src/findings/reports/index.ts';
import { textReport } from '../../src/findings/reports/text.ts';
import { selectRules } from '../../src/findings/selection.ts';

const SERVER = { kind: 'certificate', what: 'ID(TCPCS) SERVER', where: 'store /lab' };

function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'expired',
    title: 'Expired',
    severity: 'error',
    subject: SERVER,
    detail: 'it expired on 2020-12-31',
    citation: 'RFC 5280',
    zos: zosMeaning({ code: 401, because: 'it is too old', confidence: 'documented' }),
    mend: [
      { kind: 'by-hand', text: 'first this:' },
      { kind: 'tso', text: "RACDCERT ID(TCPCS) GENREQ(LABEL('SERVER')) DSN(NEWCERT.REQ)" },
    ],
    ...more,
  };
}

function report(more: Partial<AuditReport> = {}): AuditReport {
  return {
    profile: { id: 'tls13', title: 'TLS 1.3 with z/OS System SSL' },
    now: new Date('2026-11-20T08:30:00Z'),
    failOn: 'error',
    rules: ['expired', 'ec-curve'],
    examined: { certificate: 2, chain: 1, ring: 0, package: 0 },
    answers: { pass: 3, fail: 2, doesNotApply: 1, unknown: 1, broken: 0 },
    findings: [
      finding(),
      finding({ subject: { ...SERVER, what: 'ID(TCPCS) OTHER' }, severity: 'note', zos: null, mend: [] }),
      finding({
        rule: 'ec-curve',
        severity: 'warning',
        detail: 'the key is on brainpoolP256r1',
        zos: zosMeaning({ code: 453, also: [467], because: 'the curve is unknown', confidence: 'assumed' }),
        mend: [],
      }),
    ],
    unknown: [{ rule: 'ec-curve', title: 'Curve', subject: SERVER, why: 'explicit parameters' }],
    notRead: [{ where: 'notes.txt', why: 'it holds no certificate', named: false }],
    ...more,
  };
}

describe('exit codes', () => {
  const clean = report({ findings: [], notRead: [] });
  it('0 clean', () => expect(exitCodeOf(clean)).toBe(0));
  it('0 with findings below the bar', () =>
    expect(exitCodeOf(report({ findings: [finding({ severity: 'warning' })] }))).toBe(0));
  it('1 at the bar', () =>
    expect(exitCodeOf(report({ failOn: 'note', findings: [finding({ severity: 'note' })] }))).toBe(1));
  it('1 for a broken rule', () => expect(exitCodeOf(report({ findings: [finding({ severity: 'fatal' })] }))).toBe(1));
  it('2 when nothing was examined', () => expect(exitCodeOf({ ...clean, examined: { certificate: 0 } })).toBe(2));
  it('2 when something named was not read', () =>
    expect(exitCodeOf({ ...clean, notRead: [{ where: 'a', why: 'b', named: true }] })).toBe(2));
  it('0 when something not named was not read', () =>
    expect(exitCodeOf({ ...clean, notRead: [{ where: 'a', why: 'b', named: false }] })).toBe(0));
  it('1 before 2', () => expect(exitCodeOf(report({ notRead: [{ where: 'a', why: 'b', named: true }] }))).toBe(1));
});

describe('text', () => {
  it('groups by subject and ends with the verdict', () => expect(textReport(report())).toMatchSnapshot());
  it('never names an assumed code as certain', () => {
    const line =
      textReport(report())
        .split('\n')
        .find((text) => text.includes('RC 453')) ?? '';
    expect(line).toContain('may fail, perhaps with RC 453');
  });
  it('uses no colour unless asked', () => {
    expect(textReport(report())).not.toContain('\u001b');
    expect(textReport(report(), { color: true })).toContain('\u001b[31merror   \u001b[0m');
  });
  it.each([
    [{ findings: [], unknown: [], notRead: [] }, 'Verdict: ready: no findings'],
    [{ findings: [], unknown: [] }, 'Verdict: ready as far as could be seen: no findings; 1 input not read'],
    [{ findings: [], notRead: [] }, 'Verdict: ready as far as could be seen: no findings; 1 question left open'],
    [{ examined: {} }, 'Verdict: nothing could be examined'],
  ])('verdict %#', (more, verdict) => expect(textReport(report(more)).trimEnd().split('\n').at(-1)).toBe(verdict));
});

describe('json', () => {
  it('has its documented shape', () => expect(JSON.parse(jsonReport(report()))).toMatchSnapshot());
  it('says which findings are guesses about the code', () =>
    expect(auditJson(report()).findings.map(({ mayFailOnly }) => mayFailOnly)).toEqual([false, false, true]));
});

it('lists both formats', () => {
  for (const { render } of REPORT_FORMATS) expect(render(report(), {})).toContain('expired');
  expect(REPORT_FORMATS.map(({ id }) => id)).toEqual(['text', 'json']);
});

describe('selection', () => {
  const rules = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const ids = (selection: Parameters<typeof selectRules>[1]) => selectRules(rules, selection).map(({ id }) => id);
  it('takes all', () => expect(ids({})).toEqual(['a', 'b', 'c']));
  it('takes only some, in the order of the rules', () => expect(ids({ only: ['c', 'a'] })).toEqual(['a', 'c']));
  it('skips some', () => expect(ids({ skip: ['b'] })).toEqual(['a', 'c']));
  it('an empty list of only is no list', () => expect(ids({ only: [] })).toEqual(['a', 'b', 'c']));
  it.each([{ only: ['x'] }, { skip: ['x'] }])('refuses an unknown one: %j', (selection) =>
    expect(() => ids(selection)).toThrow(expect.objectContaining({ code: 'findings/unknown-rule' })),
  );
});
