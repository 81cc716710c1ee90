import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSecrets as redact } from '../../src/session/redact.ts';
import { parseCommand } from '../../src/tso/tree.ts';

const withoutSecrets = (text: string): string => redact(parseCommand(text), text);

describe('a command without its passwords', () => {
  it.each([
    ["RACDCERT ADD('A.B') PASSWORD('open sesame') ID(U)", "RACDCERT ADD('A.B') PASSWORD(********) ID(U)"],
    ["racdcert add('A.B')  passw  ( 'open sesame' )", "RACDCERT add('A.B') passw(********)"],
    ["RACDCERT EXPORT(LABEL('x')) PA(secret) DSN(A)", "RACDCERT EXPORT(LABEL('x')) PA(********) DSN(A)"],
    ["RACDCERT ADD('A.B') PASSWORD('it''s open'", "RACDCERT ADD('A.B') PASSWORD(********)"],
    ["RACDCERT ADD('A.B') PASSWORD(open sesame)", "RACDCERT ADD('A.B') PASSWORD(********)"],
    ["RACDCERT ADD('A.B' PASSWORD('secret'))", "RACDCERT ADD('A.B' PASSWORD(********))"],
    ["RACDCERT PASSWORD 'secret' ID(U)", 'RACDCERT PASSWORD (********) ID(U)'],
    ["RACDCERT ADD('A.B') PASWORD('secret')", "RACDCERT ADD('A.B') PASWORD(********)"],
    ["RACDCERT ADD('A.B') PASSWORD=secret ID(U)", "RACDCERT ADD('A.B') PASSWORD(********) ID(U)"],
    ['RACDCERT ADD(\'A.B\') PASSWORD"secret" ID(U)', "RACDCERT ADD('A.B') PASSWORD(********) ID(U)"],
    ["RACDCERT ADD('A.B') PASSWORD.secret", "RACDCERT ADD('A.B') PASSWORD(********)"],
    ["RACDCERT ADD('A.B') P('secret') PKDS(X)", "RACDCERT ADD('A.B') P(********) PKDS(X)"],
    ["ALTUSER U PHRASE('a long secret')", 'ALTUSER U PHRASE(********)'],
    ['PASSWORD PASSWORD(old new)', 'PASSWORD PASSWORD(********)'],
    ['PASSWORD USER(ELM) PASSWORD(old new)', 'PASSWORD USER(ELM) PASSWORD(********)'],
    ['AU ELM DFLTGRP(G) PASS(secret) OWNER(G)', 'AU ELM DFLTGRP(G) PASS(********) OWNER(G)'],
    ['AU (ELM OAK) PASSW(secret)', 'AU (ELM OAK) PASSW(********)'],
    ['ALU ELM PHR(secret) PASSWORD secret', 'ALU ELM PHR(********) PASSWORD (********)'],
    ['ALU PASSWORD secret', 'ALU PASSWORD (********)'],
    ['ALU PAUL PA(secret) RESUME', 'ALU PAUL PA(********) RESUME'],
    ['ALTUSER ELM PROXY(BINDDN(CN) BINDPW(secret))', 'ALTUSER ELM PROXY(BINDDN(CN) BINDPW(********))'],
    ['RDEF PTKTDATA TSO SSIGNON(KEYMASKED(0123))', 'RDEF PTKTDATA TSO SSIGNON(KEYMASKED(********))'],
    ['RDEF APPCLU A.B SESSION(SESSKEY(secret))', 'RDEF APPCLU A.B SESSION(SESSKEY(********))'],
    ['SETROPTS RVARYPW(SWITCH(secret))', 'SETROPTS RVARYPW(********)'],
    ['LOGON ELM/secret', 'LOGON ELM/********'],
    ["DELETE 'ELM.DATA/secret'", "DELETE 'ELM.DATA/********'"],
    ['PROTECT A.B PWREAD ADD(secret)', 'PROTECT A.B PWREAD (********)'],
    ['ADDUSER ELM PWD(secret)', 'ADDUSER ELM PWD(********)'],
    ["RACDCERT ADD('A.B') P\u0410SSWORD('secret')", "RACDCERT ADD('A.B') P(********)"],
    ["RACDCERT ADD('A.B') PWD('secret')", "RACDCERT ADD('A.B') PWD(********)"],
    ['TSS ADD(ELM) DIGICERT(A) PKCSPASS(secret)', 'TSS ADD(ELM) DIGICERT(A) PKCSPASS(********)'],
  ])('%s', (text, expected) => {
    expect(withoutSecrets(text)).toBe(expected);
  });

  it.each([
    "RACDCERT ADD('A.B') PASSWORD('open sesame",
    "RACDCERT ADD('A.B) PASSWORD('open sesame')",
    'RACDCERT PASSWORD(‘open sesame’)',
    'RACDCERT PASSWORD((open sesame))',
    " , racdcert,ADD('A.B",
  ])('keeps nothing but the name of a text that cannot be parsed: %s', (text) => {
    expect(withoutSecrets(text)).toBe('RACDCERT');
  });

  it.each(["RACDCERT LIST(LABEL('web1))", 'RACDCERT ID(ELM) LISTRING((WebRing))'])(
    'keeps a text that cannot be parsed where no secret can stand in it: %s',
    (text) => expect(withoutSecrets(text)).toBe(text),
  );

  it.each([
    "RACDCERT LIST(LABEL('x) PW('open')",
    "'open sesame')",
    "LABEL('x) KEYMASKED(1)",
    "RACDCERT LIST('\u0420ASS)",
  ])('keeps nothing of one where a secret may: %s', (text) =>
    expect(withoutSecrets(text)).toMatch(/^(?:RACDCERT|LABEL|\?)$/),
  );

  it.each([
    "RACDCERT ID(PAUL) CONNECT(LABEL('O''Shea') RING(R)) PKDS(*)",
    'RACDCERT ADDRING(PAY.RING) ID(PAY1)',
    'ALTUSER PAUL RESUME',
    'CONNECT PAUL GROUP(PAYERS)',
    'PERMIT PAY.RING.LST CLASS(RDATALIB) ID(PAUL) ACCESS(READ)',
    'RDEFINE FACILITY(PAY.A PAY.B) UACC(NONE)',
  ])('leaves other commands readable: %s', (text) => expect(withoutSecrets(text)).toBe(text));

  it('never shows a quoted password, however the keyword is shortened and spaced', () => {
    const keyword = fc.integer({ min: 1, max: 8 }).map((length) => 'PASSWORD'.slice(0, length));
    const blanks = fc.integer({ min: 0, max: 4 }).map((length) => ' '.repeat(length));
    const password = fc.string({ minLength: 4, maxLength: 40 }).map((text) => `~${text.replaceAll("'", '')}~`);
    fc.assert(
      fc.property(keyword, blanks, password, fc.boolean(), (word, gap, secret, closed) => {
        const text = `RACDCERT ADD('A.B') ${word}${gap}(${gap}'${secret}'${closed ? ')' : ''}`;
        expect(withoutSecrets(text)).not.toContain(secret);
      }),
    );
  });
});
