import { describe, expect, it } from 'vitest';
import { FACILITY_DEMANDS, GRANULAR_DEMANDS, TOKEN_DEMANDS } from '../../../src/racdcert/authority/authority-table.ts';
import { FUNCTIONS } from '../../../src/racdcert/functions/index.ts';
import { openTsoSession } from '../../../src/session/tso-session.ts';
import { testSession } from '../../session/test-session.ts';
import { temporaryFolder } from '../../peers.ts';

const NAMES = FUNCTIONS.map(({ name }) => name).sort();

describe('the tables', () => {
  it('have a row for every function', () => expect(Object.keys(FACILITY_DEMANDS).sort()).toEqual(NAMES));
  it('name no other functions', () => {
    const named = [...Object.keys(GRANULAR_DEMANDS), ...Object.keys(TOKEN_DEMANDS)];
    expect(named.filter((name) => !NAMES.includes(name))).toEqual([]);
  });
  it('demand something of everybody but for data sets and tokens', () => {
    const free = NAMES.filter((name) => FACILITY_DEMANDS[name]?.length === 0 && TOKEN_DEMANDS[name] === undefined);
    expect(free).toEqual(['CHECKCERT']);
  });
});

describe('a user without authority', () => {
  const root = temporaryFolder();

  it('is refused whatever the function, and nothing is changed', async () => {
    const options = await testSession(`${root}/refused`, { user: 'ELM', authority: 'enforce' });
    const session = openTsoSession(options);
    await session.run('SETROPTS CLASSACT(CRYPTOZ)');
    const free = ['CHECKCERT'];
    const values: Readonly<Record<string, string>> = {
      ADD: "('A.B')",
      ADDRING: '(R)',
      DELRING: '(R)',
      ADDTOKEN: '(A.T)',
      DELTOKEN: '(A.T)',
      UNBIND: '(TOKEN(A.T) SEQNUM(1))',
    };
    for (const name of NAMES.filter((each) => !free.includes(each))) {
      const { returnCode, messages, changes, hints } = await session.run(`RACDCERT ${name}${values[name] ?? ''}`);
      const [first] = messages;
      expect([name, returnCode, changes.length], first?.text).toEqual([name, 8, 0]);
      expect(['IRRD101I', 'RNGT085I'], name).toContain(first?.id);
      expect(hints[0], name).toMatch(/^User ELM needs \w+ access to \S+ in class \w+/);
    }
  });

  it('may do everything when authority is not enforced', async () => {
    const session = openTsoSession(await testSession(`${root}/special`, { user: 'ELM' }));
    expect((await session.run('RACDCERT ADDRING(R)')).returnCode).toBe(0);
  });

  it('is judged by the very signer that GENCERT takes: of the future owner, else their own', async () => {
    const options = await testSession(`${root}/signer`);
    const special = openTsoSession(options);
    const authorityOf = (label: string) => `GENCERT SUBJECTSDN(CN('${label}')) WITHLABEL('${label}') NISTECC`;
    for (const command of [
      'SETROPTS NORACLIST(FACILITY)',
      'ADDUSER (ELM OAK)',
      `RACDCERT ID(ELM) ${authorityOf('ca of elm')}`,
      `RACDCERT ID(OAK) ${authorityOf('ca of oak')}`,
      'RDEFINE FACILITY (IRR.DIGTCERT.ADD IRR.DIGTCERT.GENCERT)',
      'PERMIT IRR.DIGTCERT.ADD CLASS(FACILITY) ID(ELM) ACCESS(UPDATE)',
      'PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(ELM) ACCESS(READ)',
    ]) {
      const { returnCode, lines } = await special.run(command);
      expect(returnCode, `${command}: ${lines.join('\n')}`).toBe(0);
    }
    const elm = openTsoSession({ ...options, user: 'ELM', authority: 'enforce' });
    const sign = (signer: string) =>
      elm.run(
        `RACDCERT ID(OAK) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('by ${signer}') NISTECC SIGNWITH(LABEL('${signer}'))`,
      );
    expect((await sign('ca of elm')).returnCode).toBe(0);
    const refused = await sign('ca of oak');
    expect(refused.messages.map(({ id }) => id)).toEqual(['IRRD101I']);
    expect(refused.hints[0]).toMatch(/^User ELM needs UPDATE access to IRR\.DIGTCERT\.GENCERT /);
  });
});
