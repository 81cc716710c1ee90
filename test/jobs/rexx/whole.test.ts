/** Whole execs, as people write them: a renewal that decides by return codes and listings, and a clean-up. */
import { expect, it } from 'vitest';
import { run } from './exec.ts';

const RENEWAL = `
/* Renews a server certificate: new key, request, certificate, roll over */
parse upper arg owner .
if owner = '' then owner = userid()
label  = 'Elm server'
new    = label || ' new'
limit  = 30
hlq    = "'"owner'.RENEW.'
say 'Renewal for' owner 'on' date('S')

address tso
"SETROPTS LIST"                       /* what is active */
if days_left(label) > limit then do
  say label 'is good for more than' limit 'days'
  exit 0
end

call tso "RACDCERT ID("owner") REKEY(LABEL('"label"'))",
         "WITHLABEL('"new"') SIZE(2048)"
call tso "RACDCERT ID("owner") GENREQ(LABEL('"new"')) DSN("hlq"CSR')"
call tso "RACDCERT ID("owner") GENCERT("hlq"CSR') SIGNWITH(CERTAUTH",
         "LABEL('Elm CA'))"
call tso "RACDCERT ID("owner") ROLLOVER(LABEL('"label"')) NEWLABEL('"new"')"
classes = 'DIGTCERT DIGTRING'
do i = 1 to words(classes)
  "SETROPTS RACLIST("word(classes, i)") REFRESH"
end
exit worst

/* Days until the certificate ends, from its listing */
days_left: procedure expose owner
  parse arg label
  call outtrap 'out.'
  "RACDCERT ID("owner") LIST(LABEL('"label"'))"
  listed = rc
  call outtrap 'OFF'
  if listed <> 0 then do
    say 'LIST ended with' listed
    exit listed
  end
  do n = 1 to out.0
    if pos('End Date:', out.n) = 0 then iterate
    parse var out.n 'End Date:' date .
    parse var date year '/' month '/' day
    return date('B', year || month || day, 'S') - date('B')
  end
return -1

tso: procedure expose worst
  parse arg command
  if symbol('worst') = 'LIT' then worst = 0
  command
  code = rc
  worst = max(worst, code)
  select
    when code = 0 then nop
    when code <= 4 then say 'warning' code':' word(command, 3)
    otherwise
      say 'error' code', stopped'
      exit code
  end
return
`;

const listing = (end: string) => ({
  'RACDCERT ID(ELMSTC) LIST': {
    returnCode: 0,
    lines: ['  Label: Elm server', '  Start Date: 2025/02/03 00:00:00', `  End Date:   ${end} 23:59:59`],
  },
});

it('renews what is about to end', async () => {
  const { commands, output, end, problems, hints } = await run(
    RENEWAL,
    { ...listing('2030/02/20'), 'RACDCERT ID(ELMSTC) ROLLOVER': 4 },
    { symbols: { ARG: 'elmstc' } },
  );
  expect(problems).toEqual([]);
  expect(commands).toEqual([
    'SETROPTS LIST',
    "RACDCERT ID(ELMSTC) LIST(LABEL('Elm server'))",
    "RACDCERT ID(ELMSTC) REKEY(LABEL('Elm server')) WITHLABEL('Elm server new') SIZE(2048)",
    "RACDCERT ID(ELMSTC) GENREQ(LABEL('Elm server new')) DSN('ELMSTC.RENEW.CSR')",
    "RACDCERT ID(ELMSTC) GENCERT('ELMSTC.RENEW.CSR') SIGNWITH(CERTAUTH LABEL('Elm CA'))",
    "RACDCERT ID(ELMSTC) ROLLOVER(LABEL('Elm server')) NEWLABEL('Elm server new')",
    'SETROPTS RACLIST(DIGTCERT) REFRESH',
    'SETROPTS RACLIST(DIGTRING) REFRESH',
  ]);
  expect(output).toBe("Renewal for ELMSTC on 20300203\nwarning 4: ROLLOVER(LABEL('Elm\n");
  expect(end.exitCode).toBe(4);
  expect(hints).toEqual([]);
});

it('leaves alone what is good', async () => {
  const { commands, end, output } = await run(RENEWAL, listing('2031/02/20'), { symbols: { ARG: 'elmstc' } });
  expect(commands).toHaveLength(2);
  expect(output).toContain('Elm server is good for more than 30 days\n');
  expect(end.exitCode).toBe(0);
});

it('stops at what fails', async () => {
  const failing = { ...listing('2030/02/20'), 'RACDCERT ID(ELMSTC) GENREQ': 8 };
  const { commands, end } = await run(RENEWAL, failing, { symbols: { ARG: 'elmstc' } });
  expect(commands.at(-1)).toContain('GENREQ');
  expect(end.exitCode).toBe(8);
  const absent = await run(RENEWAL, { RACDCERT: 8 }, { symbols: { ARG: 'elmstc' } });
  expect([absent.commands.length, absent.end.exitCode]).toEqual([2, 8]);
});

it('a clean-up over a list of users', async () => {
  const { commands, output } = await run(
    `
    users = 'ANN BEN CAT'
    do while users <> ''
      parse var users user users
      x = outtrap('l.', '*', 'NOCONCAT')
      ADDRESS TSO 'RACDCERT LISTRING(*) ID('user')'
      x = outtrap('OFF')
      if rc \\= 0 then iterate
      do i = 1 to l.0
        if left(l.i, 1) = '>' then do
          ring = strip(translate(l.i, ' ', '<>'))
          if translate(ring) = ring then 'RACDCERT ID('user') DELRING('ring')'
          else say user 'keeps' ring
        end
      end
    end
  `,
    {
      'RACDCERT LISTRING(*) ID(ANN)': { returnCode: 0, lines: ['Ring:', '>OLD<', '>KeepMe<'] },
      'RACDCERT LISTRING(*) ID(BEN)': 4,
      'RACDCERT LISTRING(*) ID(CAT)': { returnCode: 0, lines: ['>OLD.TWO<'] },
    },
  );
  expect(commands.filter((each) => each.includes('DELRING'))).toEqual([
    'RACDCERT ID(ANN) DELRING(OLD)',
    'RACDCERT ID(CAT) DELRING(OLD.TWO)',
  ]);
  expect(output).toBe('ANN keeps KeepMe\n');
});
