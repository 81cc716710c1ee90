/** Commands: environments, answers, OUTTRAP, the data stack and data sets. */
import { expect, it } from 'vitest';
import { run } from './exec.ts';

const LISTING = { 'RACDCERT LIST': { returnCode: 4, lines: ['first', 'second', 'third'] }, 'RACDCERT BAD': 8 };

it('an expression that is a clause is a command of TSO, with its line', async () => {
  const { events } = await run('owner = \'ELM\'\n\n"RACDCERT ID("owner")" ,\n  \' LIST\'\n');
  expect(events).toEqual([
    {
      kind: 'command',
      command: { text: 'RACDCERT ID(ELM)  LIST', file: 'elm.rexx', line: 4, step: null },
      trapped: false,
    },
  ]);
});

it.each([
  ["address tso 'PROFILE'", ['PROFILE']],
  ["address 'TSO' 'PROFILE'", ['PROFILE']],
  ["address tso; 'A'; address ispexec; address; 'B'", ['A', 'B']],
  ["env = 'tso'; address value env; 'A'", ['A']],
  ["env = 'tso'; address (env); 'A'", ['A']],
  ["cmd = 'RACDCERT' || ' LIST'; cmd; address tso cmd", ['RACDCERT LIST', 'RACDCERT LIST']],
  ["do i = 1 to 2; 'DELUSER U'i; end", ['DELUSER U1', 'DELUSER U2']],
  ['PROFILE', ['PROFILE']],
  ["''", []],
])('%s', async (source, commands) => {
  const ran = await run(source);
  expect(ran.commands).toEqual(commands);
  expect(ran.problems).toEqual([]);
});

it('RC is the answer, and decides', async () => {
  const source = "'RACDCERT BAD'; if rc > 4 then do; say 'failed' rc; exit rc; end; 'NEVER'";
  const { output, commands, end } = await run(source, LISTING);
  expect({ output, commands, end }).toEqual({ output: 'failed 8\n', commands: ['RACDCERT BAD'], end: { exitCode: 8 } });
});

it('OUTTRAP takes the lines into a stem', async () => {
  const source = `x = outtrap('line.'); 'RACDCERT LIST'; 'RACDCERT LIST'; y = outtrap('off'); 'RACDCERT LIST'
    say x y rc line.0 line.1 line.6 line.trapped line.con`;
  const { output, events } = await run(source, LISTING);
  expect(output).toBe('LINE. OFF 4 6 first third 6 CONCAT\n');
  expect(events.flatMap((event) => (event.kind === 'command' ? [event.trapped] : []))).toEqual([true, true, false]);
});

it.each([
  ["outtrap('l.',2)", 'l.0 l.2 l.3 l.trapped', '2 second L.3 6'],
  ["outtrap('l.','*','NOCONCAT')", 'l.0 l.1 l.con', '3 first NOCONCAT'],
  ["outtrap('l.',,'concat',2)", 'l.0 l.1 l.2 l.skipped', '4 third first 2'],
  ["outtrap('out')", 'out0 out3 out4', '6 third first'],
])('%s', async (call, shown, value) => {
  expect((await run(`x = ${call}; 'RACDCERT LIST'; 'RACDCERT LIST'; say ${shown}`, LISTING)).output).toBe(`${value}\n`);
});

it('ERROR is trapped by SIGNAL and by CALL', async () => {
  const signal = await run("signal on error; 'RACDCERT BAD'; 'NEVER'; exit; error: say rc sigl; exit 12", LISTING);
  expect([signal.output, signal.commands, signal.end.exitCode]).toEqual(['8 2\n', ['RACDCERT BAD'], 12]);
  const call = await run(
    "call on error name oops; 'RACDCERT BAD'; 'ON'; exit; oops: say rc condition('d'); return",
    LISTING,
  );
  expect([call.output, call.commands]).toEqual(['8 RACDCERT BAD\n', ['RACDCERT BAD', 'ON']]);
});

it('a name that stands for itself in a command is pointed out once', async () => {
  const { commands, hints } = await run("'LIST ID('ownr')'\n'LIST ID('ownr')'\nc = 'DELUSER' usr\nc\nPROFILE");
  expect(commands).toEqual(['LIST ID(OWNR)', 'LIST ID(OWNR)', 'DELUSER USR', 'PROFILE']);
  expect(hints).toEqual([
    '2: OWNR has no value and stands for its own name',
    '4: USR has no value and stands for its own name',
  ]);
});

it('the data stack has buffers and further stacks; what is left is named', async () => {
  const source = `queue 'a'; 'MAKEBUF'; queue 'b'; push 'c'; say rc queued(); 'DROPBUF'; say queued()
    'NEWSTACK'; queue 'd'; say queued(); 'DELSTACK'; say queued(); queue 'LIST'`;
  const { output, notEmulated, commands } = await run(source);
  expect(output).toBe('1 3\n1\n1\n1\n');
  expect(commands).toEqual([]);
  expect(notEmulated).toEqual(['3: 2 lines in the data stack: TSO would read what is left as commands; it is not run']);
});

it('EXECIO reads and writes data sets that the exec has allocated', async () => {
  const source = `"ALLOC FI(IN) DA('ELM.USERS') SHR REUSE"; say rc
    "EXECIO * DISKR IN (STEM user. FINIS"; say rc user.0 user.2
    "EXECIO 1 DISKR IN"; pull u; say u; "EXECIO 5 DISKR IN (FINIS"; say rc queued(); pull .
    "FREE FI(IN)"
    "ALLOC F(OUT) DA(REPORT) NEW CATALOG"
    out.1 = 'one'; out.2 = 'two'; "EXECIO" 2 "DISKW OUT (STEM out. FINIS"; say rc sysdsn('REPORT')
    "ALLOC F(OUT) DA(REPORT) MOD REUSE"; queue 'three'; "EXECIO 1 DISKW OUT"`;
  const { output, problems, dataSets } = await run(
    source,
    {},
    { dataSets: { 'ELM.USERS': 'ANN\nBEN\n' }, prefix: 'ELM' },
  );
  expect(problems).toEqual([]);
  expect(output).toBe('0\n0 2 BEN\nANN\n2 1\n0 OK\n');
  expect(Buffer.from(dataSets.get('ELM.REPORT') ?? []).toString()).toBe('one\ntwo\nthree\n');
});

it('a data set that is not there cannot be allocated OLD', async () => {
  const { output, hints } = await run(`"ALLOC FI(IN) DA('NO.SUCH') OLD"; say rc`);
  expect(output).toBe('12\n');
  expect(hints).toEqual(['2: NO.SUCH is not there to be allocated; RC is 12']);
});

it('placeholders of a template are filled in within strings, and named when they have no value', async () => {
  const source = `label = "\${instance-LABEL}"\n"RACDCERT ID({{ owner }}) LIST(LABEL('"label"'))"; say '<usage> [x]'`;
  const filled = await run(source, {}, { symbols: { 'instance-LABEL': '{{ owner }}', owner: 'ELM' } });
  expect(filled.commands).toEqual(["RACDCERT ID(ELM) LIST(LABEL('{{ owner }}'))"]);
});

it('TRACE is passed over, with a hint', async () => {
  const { hints, output } = await run("trace ?r\ntrace 'o'; say 1");
  expect([hints, output]).toEqual([['2: TRACE is passed over'], '1\n']);
});

it.each([
  ['IKJ56500I COMMAND NOSUCH NOT FOUND', '-3'],
  ['COMMAND NOSUCH NOT FOUND', '-3'],
  ['IKJ56621I INVALID COMMAND NAME SYNTAX', '-3'],
  ['IRRD107I No matching certificate was found for this user.', '12'],
])('%s makes RC %s', async (line, code) => {
  const { output } = await run("'NOSUCH'; say rc", { NOSUCH: { returnCode: 12, lines: [line] } });
  expect(output).toBe(`${code}\n`);
});

it('a command that is not found is a FAILURE, and an ERROR where only that is trapped', async () => {
  const script = { NOSUCH: { returnCode: 12, lines: ['IKJ56500I COMMAND NOSUCH NOT FOUND'] } };
  const both = "signal on error; signal on failure; 'NOSUCH'; exit; error: say e; exit; failure: say f rc";
  expect((await run(both, script)).output).toBe('F -3\n');
  expect((await run("signal on error; 'NOSUCH'; exit; error: say e rc", script)).output).toBe('E -3\n');
});
