/** What the prompt offers: names of commands, then what the family of each knows. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { completeCommand } from '../../src/session/complete.ts';
import type { CommandSession } from '../../src/session/tso-session.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';

let session: CommandSession;
beforeAll(async () => {
  session = memoryLab().session();
  for (const command of [
    'ADDUSER (ELM OAK) DFLTGRP(SYS1) PASSWORD(X)',
    'ADDGROUP LAB',
    'RDEFINE FACILITY (IRR.DIGTCERT.* IRR.LISTUSER)',
    'RACDCERT ID(ELM) ADDRING(ElmRing)',
  ]) {
    expect((await session.run(command)).returnCode, command).toBe(0);
  }
});

const offers = async (text: string): Promise<readonly string[]> => (await completeCommand(text, session)).candidates;

describe('offers', () => {
  it.each([
    // names of commands
    ['LISTU', ['LISTUSER']],
    ['  rac', ['RACDCERT']],
    // RACDCERT as ever
    ['RACDCERT ID(ELM) LISTRING(E', ['ElmRing']],
    // keywords of the command, by alias as well
    ['SETROPTS L', ['LANGUAGE', 'LOGOPTIONS', 'LIST']],
    ['SETR RACLIST(DIGTCERT) REF', ['REFRESH']],
    ['PERMIT IRR.LISTUSER CLASS(FACILITY) A', ['AT', 'ACCESS(']],
    // values of keywords, abbreviated ones too
    ['PE IRR.LISTUSER CL(FACI', ['FACILITY']],
    ['PERMIT IRR.LISTUSER ID(ELM O', ['OAK']],
    ['PERMIT IRR.LISTUSER ACC(UP', ['UPDATE']],
    ['CONNECT ELM GROUP(', ['LAB']],
    // what stands first
    ['LU O', ['OAK']],
    ['LISTUSER (ELM O', ['OAK']],
    ['LG L', ['LAB']],
    ['RLIST F', ['FACILITY']],
    ['RLIST FACILITY IRR.L', ['IRR.LISTUSER']],
    ['RLIST FACILITY (IRR.LISTUSER IRR.D', ['IRR.DIGTCERT.*']],
    ['RLIST FACILITY IRR.LISTUSER AU', ['AUTHUSER']],
    // nothing
    ['NOSUCH L', []],
    ['SETROPTS NOSUCH(', []],
    ["LISTUSER 'E", []],
  ])('%j', async (text, expected) => {
    expect(await offers(text)).toEqual(expected);
  });

  it('what is replaced is the end of the text', async () => {
    expect((await completeCommand('LISTU', session)).typed).toBe('LISTU');
    expect((await completeCommand('RLIST FACILITY IRR.L', session)).typed).toBe('IRR.L');
    expect((await completeCommand('SETROPTS ', session)).typed).toBe('');
  });

  it('any text has an answer', async () => {
    const piece = fc.constantFrom('SETR', 'RLIST', ' ', 'FACILITY', '(', ')', "'", 'ID(', 'X', '/*', '+', '\u2019');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        return text.endsWith((await completeCommand(text, session)).typed);
      }),
      { numRuns: 300 },
    );
  });
});
