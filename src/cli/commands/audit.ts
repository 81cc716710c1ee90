/** `ringtool audit SOURCE...`: is what these stores, rings and files hold fit for TLS 1.3? */
import { existsSync } from 'node:fs';
import { RingtoolError } from '../../core/errors.ts';
import { recogniseSource, runAudit, type Source } from '../../audit/index.ts';
import { exitCodeOf } from '../../findings/report.ts';
import { REPORT_FORMATS } from '../../findings/reports/index.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { type Command, type Invocation, listOption, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { openExisting } from '../open.ts';
import { PASSWORD_OPTIONS, readPassword } from '../password.ts';

const FAIL_ON = ['note', 'warning', 'error'] as const;

/** Opens what the words name; a store that cannot be opened becomes a line of the report. */
async function* sourcesOf(invocation: Invocation, opened: Store[]): AsyncGenerator<Source> {
  const { words, globals, options } = invocation;
  const askable = options.passwordFile !== undefined || options.passwordEnv !== undefined;
  const password = askable ? await readPassword(invocation, { text: 'Password: ', confirm: false }) : undefined;
  let own: Store | undefined;
  const ownStore = async (): Promise<Store> => {
    if (own === undefined) {
      own = await openExisting(globals);
      opened.push(own);
    }
    return own;
  };
  if (words.length === 0) yield { kind: 'store', store: await ownStore() };
  for (const word of words) {
    const named = recogniseSource(word);
    switch (named.kind) {
      case 'store': {
        const store = await openStore(named.location, { readOnly: true });
        opened.push(store);
        yield { kind: 'store', store };
        break;
      }
      case 'ring':
        if (!existsSync(globals.store)) {
          yield { kind: 'not-read', where: word, why: `there is no store at ${globals.store}` };
        } else yield { ...named, store: await ownStore() };
        break;
      case 'file':
        yield { ...named, password };
        break;
      case 'not-read':
        yield named;
    }
  }
}

export const audit: Command = {
  description:
    'Checks what stores, rings and certificate files hold for TLS 1.3 with z/OS: each finding with the code z/OS would\n' +
    'answer, how sure that is, and the commands that mend it.',
  words: { flags: '[source...]', description: 'store folders, rings (OWNER/RING), files (default: the store)' },
  options: [
    { flags: '--profile <name>', description: 'what to measure against (default: tls13)' },
    {
      flags: '--format <format>',
      description: 'of the report (default: text)',
      choices: REPORT_FORMATS.map(({ id }) => id),
    },
    {
      flags: '--fail-on <severity>',
      description: 'mildest finding that fails the audit (default: error)',
      choices: FAIL_ON,
    },
    { flags: '--only <rule>', description: 'run this rule only (repeatable)', repeatable: true },
    { flags: '--skip <rule>', description: 'leave this rule out (repeatable)', repeatable: true },
    ...PASSWORD_OPTIONS,
  ],
  examples: [
    'ringtool audit',
    'ringtool audit TCPCS/TLSRING',
    'ringtool audit server.pem chain.pem --json',
    'ringtool audit --fail-on warning',
  ],
  exitCodes: [
    '0  nothing found at or above --fail-on',
    '1  something was found',
    '2  the call is wrong, something named could not be read, or there was nothing to judge',
  ],
  failureCode: EXIT.usage,
  async run(invocation) {
    const { globals, options, io } = invocation;
    const formatId = globals.json ? 'json' : (textOption(options, 'format') ?? 'text');
    const format = REPORT_FORMATS.find(({ id }) => id === formatId);
    if (format === undefined) throw new RingtoolError('cli/usage', `there is no report format ${formatId}`);
    const failOn = FAIL_ON.find((severity) => severity === textOption(options, 'failOn'));
    const only = listOption(options, 'only');
    const opened: Store[] = [];
    try {
      const report = await runAudit(sourcesOf(invocation, opened), {
        now: globals.now(),
        profile: textOption(options, 'profile'),
        failOn,
        only: only.length > 0 ? only : undefined,
        skip: listOption(options, 'skip'),
      });
      // The report has made foreign text safe itself; its colours must reach the terminal as they are.
      io.outBytes(
        Buffer.from(
          format
            .render(report, { color: globals.color && io.outputIsTerminal })
            .trimEnd()
            .concat('\n'),
        ),
      );
      return exitCodeOf(report);
    } finally {
      for (const store of opened) await store.close();
    }
  },
};
