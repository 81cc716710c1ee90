/** One rule, one subject: the answers, and what becomes of errors. */
import { describe, expect, it } from 'vitest';
import { RingtoolError } from '../../src/core/errors.ts';
import { judge } from '../../src/findings/judge.ts';
import { DOES_NOT_APPLY, fail, PASS, type Rule, unknown } from '../../src/findings/rule.ts';

interface Thing {
  readonly kind: 'thing';
  readonly what: string;
  readonly where: string;
  readonly secret: string;
}

const THING: Thing = { kind: 'thing', what: 'a thing', where: 'a test', secret: 'never shown' };

function rule(more: Partial<Rule<Thing, null>>): Rule<Thing, null> {
  return {
    id: 'thing',
    title: 'Thing',
    severity: 'error',
    citation: 'a book',
    subject: 'thing',
    zos: { code: 414, because: 'of a test', confidence: 'documented' },
    applies: () => true,
    check: () => PASS,
    mend: () => [{ kind: 'tso', text: 'MEND' }],
    ...more,
  };
}

const throwing = (error: unknown) =>
  judge(
    rule({
      check: () => {
        throw error;
      },
    }),
    THING,
    null,
  );

describe('answers', () => {
  it('passes', () => expect(judge(rule({}), THING, null)).toEqual({ kind: 'pass' }));
  it('does not ask a rule that does not apply', () => {
    const asked = rule({ applies: () => false, check: () => fail('asked') });
    expect(judge(asked, THING, null)).toEqual({ kind: 'does-not-apply' });
  });
  it('lets a rule decline late', () =>
    expect(judge(rule({ check: () => DOES_NOT_APPLY }), THING, null).kind).toBe('does-not-apply'));
  it('keeps an open question', () =>
    expect(judge(rule({ check: () => unknown('no light') }), THING, null)).toMatchObject({
      kind: 'unknown',
      question: { why: 'no light' },
    }));
  it('makes a finding of a failure, with the name of its subject and nothing more', () => {
    const answer = judge(rule({ check: () => fail('bad') }), THING, null);
    expect(answer).toMatchObject({
      kind: 'finding',
      finding: {
        severity: 'error',
        detail: 'bad',
        zos: { code: 414, name: 'GSK_ERR_BAD_CERT' },
        mend: [{ text: 'MEND' }],
      },
    });
    expect(JSON.stringify(answer)).not.toContain('never shown');
  });
  it('lets a failure be milder, and without a code', () =>
    expect(judge(rule({ check: () => fail('bad', { severity: 'note', zos: null }) }), THING, null)).toMatchObject({
      finding: { severity: 'note', zos: null },
    }));
});

describe('errors', () => {
  it('of the rule become a fatal finding, without the text of a foreign error', () => {
    const answer = throwing(new TypeError('never shown'));
    expect(answer).toMatchObject({ finding: { severity: 'fatal', mend: [], zos: null } });
    expect(JSON.stringify(answer)).not.toContain('never shown');
  });
  it('of our own keep their sentence and code', () =>
    expect(throwing(new RingtoolError('core/limit', 'too many'))).toMatchObject({
      finding: { detail: expect.stringContaining('too many (core/limit)') },
    }));
  it('about unreadable bytes leave the question open', () =>
    expect(throwing(new RingtoolError('x509/bad-der', 'torn'))).toMatchObject({
      kind: 'unknown',
      question: { why: 'torn' },
    }));
  it('may be anything at all', () => expect(throwing('a string')).toMatchObject({ finding: { severity: 'fatal' } }));
  it('in a mend do not hide the failure', () => {
    const clumsy = rule({
      check: () => fail('bad'),
      mend: () => {
        throw new Error('no');
      },
    });
    expect(judge(clumsy, THING, null)).toMatchObject({ finding: { detail: 'bad', mend: [{ kind: 'by-hand' }] } });
  });
});
