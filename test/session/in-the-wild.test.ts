/**
 * Styles in which people write RACDCERT: each example of test/jobs/in-the-wild is run by its real carrier, and its
 * table says what every command means and what comes of it.
 *
 * A table (`NAME.meant`) holds `@set NAME=VALUE` lines, then what happens in order:
 *
 *     jcl                                                the carrier that recognises the file
 *     7: 0 ID(HERONSV) ADDRING('Ring')                   line, return code, owner, function with its operands;
 *                                                        PREFIX stands in front of data set names without quotes
 *     9: 8 ID(HERONSV) LIST(LABEL('x')) ! IRRD107I       behind the exclamation mark the ids of messages
 *     9: 4 SETROPTS ! ICH14070I ? ...                    behind the question mark what goes to standard error
 *     12: 12 unread: text ! IKJ56712I                    a command that cannot be understood
 *     14: 0 SETROPTS ! ICH14063I                         another command
 *     20: problem: ...                                   also hint, skipped, not emulated; `out: ` is what a job prints
 *     rc=8
 *
 * RINGTOOL_UPDATE_MEANT=1 writes them, to be read against the example line by line.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LogicalCommand } from '../../src/core/logical-command.ts';
import { ownerText } from '../../src/core/owner.ts';
import { readJob } from '../../src/jobs/index.ts';
import type { KeySource } from '../../src/racdcert/function.ts';
import { understand } from '../../src/racdcert/understand.ts';
import { type JobNews, runJob } from '../../src/session/job-run.ts';
import type { CommandResult } from '../../src/session/result.ts';
import { surroundingsFor } from '../../src/session/job-surroundings.ts';
import { openTsoSession } from '../../src/session/tso-session.ts';
import { shownOperand } from '../../src/tso/show-value.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import { generateKeyPair } from '../../src/x509/keys.ts';
import { PROGRAM } from '../cli/program.ts';
import { fixtureKey } from '../fixtures/keys.ts';
import { temporaryFolder } from '../peers.ts';
import { testSession } from './test-session.ts';

const EXAMPLES = join(import.meta.dirname, '../jobs/in-the-wild');
const GIVEN = join(import.meta.dirname, '../fixtures/data-sets');
/** Certificates of somebody else, beside what lab.tso makes. */
const DATA_SETS = [
  ['OTHER.PEM', 'other-ca.pem'],
  ['IBMUSER.OTHER.CER', 'other-ca.pem'],
] as const;
const UPDATE = process.env.RINGTOOL_UPDATE_MEANT === '1';
const LAB = 'lab.tso';
const FILES = readdirSync(EXAMPLES).filter((file) => !file.endsWith('.meant') && file !== LAB);
const folder = temporaryFolder();

/** RSA keys from files, over and over, because they take long to make; no table depends on what a key is. */
function keysInTurn(): KeySource {
  let at = 0;
  return {
    async generate(spec) {
      if (spec.kind !== 'RSA') return await generateKeyPair(spec);
      return fixtureKey(spec.size === 2048 ? `rsa-2048-${'abc'.charAt(at++ % 3)}.pem` : `rsa-${spec.size}-a.pem`);
    },
  };
}

/** Runs one example in the store at `place`, and tells what happened, a line each. */
async function happened(file: string, place: string, values: ReadonlyMap<string, string>): Promise<string[]> {
  const options = await testSession(place, { keys: keysInTurn() });
  for (const [name, from] of DATA_SETS) {
    await options.dataSets.write({ name, bytes: readFileSync(join(GIVEN, from)), secret: false });
  }
  const session = openTsoSession(options);
  const told: string[] = [];
  try {
    const job = await readJob(
      readFileSync(join(EXAMPLES, file), 'utf8'),
      file,
      surroundingsFor(session, { symbols: values, program: [process.execPath, PROGRAM], environment: process.env }),
    );
    told.push(job.carrier);
    const run = await runJob(job, session, { stopOnError: false, tell: (news) => told.push(...lines(news)) });
    return [...told, `rc=${run.returnCode}`];
  } finally {
    await options.store.close();
  }
}

function lines(news: JobNews): readonly string[] {
  switch (news.kind) {
    case 'done':
      return [`${news.command.line}: ${news.result.returnCode} ${meaning(news.command, news.result)}`];
    case 'broken':
      return [`${news.command.line}: broken: ${news.error.message}`];
    case 'skipped':
      return [`${news.command.line}: skipped: ${news.command.text.trim()}: ${news.reason}`];
    case 'not-emulated':
      return [`${news.part.line}: not emulated: ${news.part.text}: ${news.part.reason}`];
    case 'problem':
    case 'hint':
      return [`${news.remark.line}: ${news.kind}: ${news.remark.text}`];
    case 'output':
      return news.text
        .trimEnd()
        .split('\n')
        .map((line) => `${news.stream}: ${line}`.trimEnd());
    case 'data-set':
      return [`${news.at.line}: data set ${news.name}`];
    case 'step':
      return [`step ${news.name}=${news.returnCode ?? '-'}`];
  }
}

function meaning({ text }: LogicalCommand, { name, messages, hints, notEmulated }: CommandResult): string {
  const said = messages.length === 0 ? '' : ` ! ${messages.map(({ id }) => id).join(' ')}`;
  const ids = said + hints.map((hint) => ` ? ${hint}`).join('');
  const tree = parseCommand(text);
  if (!name.startsWith('RACDCERT')) return `${name}${notEmulated ? ' not emulated' : ''}${ids}`;
  const understood = tree.kind === 'problem' ? null : understand(tree, 'IBMUSER', 'PREFIX');
  if (understood?.kind !== 'request') return `unread: ${text.trim()}${ids}`;
  const { function: called, request } = understood;
  const owner = request.owner.kind === 'multiid' ? 'MULTIID' : ownerText(request.owner);
  const operands = Object.entries(request.operands).map(([word, value]) => shownOperand(word, value));
  return (
    [...(called.owner === 'none' ? [] : [owner]), shownOperand(called.name, request.value), ...operands].join(' ') + ids
  );
}

const lab = join(folder, 'lab');
beforeAll(async () => {
  mkdirSync(lab);
  const told = await happened(LAB, lab, new Map());
  expect(told.filter((line) => /: (?:8|12) |problem|hint/.test(line))).toEqual([]);
});

describe('styles in the wild mean what they mean', () => {
  it.each(FILES)('%s', async (file) => {
    const place = join(folder, file);
    cpSync(lab, place, { recursive: true });
    const table = join(EXAMPLES, `${file}.meant`);
    const written = existsSync(table) ? readFileSync(table, 'utf8').trimEnd().split('\n') : [];
    const settings = written.filter((line) => line.startsWith('@set '));
    const values = new Map(
      settings.map((line): [string, string] => {
        const [, name = '', value = ''] = /^@set (\S+?)=(.*)$/.exec(line) ?? [];
        return [name, value];
      }),
    );
    const told = await happened(file, place, values);
    if (UPDATE) writeFileSync(table, `${[...settings, ...told].join('\n')}\n`);
    else expect(told).toEqual(written.filter((line) => !line.startsWith('@set ')));
  });

  it('what is wrong changes nothing', async () => {
    const place = join(folder, 'unchanged');
    cpSync(lab, place, { recursive: true });
    await happened('wrong.tso', place, new Map());
    const before = contentOf(join(lab, 'store'));
    expect(before.size).toBeGreaterThan(5);
    expect(contentOf(join(place, 'store'))).toEqual(before);
  });
});

/** Every file of a folder, but for the lock's. */
function contentOf(place: string): ReadonlyMap<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('/lock/'));
  return new Map(paths.sort().map((path) => [path.slice(place.length), readFileSync(path, 'latin1')]));
}
