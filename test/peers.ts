/**
 * Real programs that read what we write and write what we read: used wherever they are installed.
 *
 * A missing one is a visible skip, and a failure when RINGTOOL_REQUIRE_PEERS=1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, it } from 'vitest';

/** True when `program` is somewhere on PATH. */
export function installed(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** A test that needs these programs. */
export function itWith(
  programs: readonly string[],
  name: string,
  test: () => void | Promise<void>,
  timeout?: number,
): void {
  const missing = programs.filter((program) => !installed(program));
  if (missing.length === 0) {
    it(name, test, timeout);
  } else if (process.env.RINGTOOL_REQUIRE_PEERS === '1') {
    it(name, () => {
      throw new Error(`required peer not installed: ${missing.join(', ')}`);
    });
  } else {
    it.skip(`${name} (not installed: ${missing.join(', ')})`, () => {});
  }
}

export interface PeerResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; never through a shell. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): PeerResult {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (result.error) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** A folder of its own, removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringtool-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
