/** Runs the built program as a user would: a process of its own, its streams and exit code. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(ROOT, 'dist/ringtool.cjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The arguments are passed as they are, never through a shell. Standard input is empty unless given. */
export function ringtool(args: readonly string[], options: RunOptions = {}): Ran {
  if (!existsSync(PROGRAM)) throw new Error('dist/ringtool.cjs is missing: npm run build');
  const { RINGTOOL_STORE: _, RINGTOOL_DEBUG: __, ...env } = process.env;
  const result = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 60_000,
    input: options.input ?? '',
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...env, ...options.env },
  });
  if (result.error) throw result.error;
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** The program on one store at one time, so that output is the same on every machine. */
export function onStore(store: string): (args: readonly string[], options?: RunOptions) => Ran {
  return ([command = '', ...rest], options) =>
    ringtool(
      [command, '--store', store, '--user', 'LABADM', '--now', '2026-11-20T08:00:00Z', '--tz', 'UTC', ...rest],
      options,
    );
}

/** A CA and a server in ring LABSRV/LabRing, P-256 so that it is quick. */
export const LAB = `
RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA') O('Example') C('US')) WITHLABEL('Lab CA') +
  NISTECC SIZE(256) NOTAFTER(DATE(2036-12-31)) KEYUSAGE(CERTSIGN)
RACDCERT ID(LABSRV) GENCERT SUBJECTSDN(CN('lab.example.com') O('Example') C('US')) WITHLABEL('Lab server') +
  NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('Lab CA')) KEYUSAGE(HANDSHAKE) ALTNAME(DOMAIN('lab.example.com'))
RACDCERT ID(LABSRV) ADDRING(LabRing)
RACDCERT ID(LABSRV) CONNECT(CERTAUTH LABEL('Lab CA') RING(LabRing))
RACDCERT ID(LABSRV) CONNECT(LABEL('Lab server') RING(LabRing) DEFAULT)
`;
