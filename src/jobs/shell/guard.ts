/**
 * What ends a script when this program is killed and can do nothing any more.
 *
 * A small shell that waits at a pipe of ours: the pipe ends with us, however we do. It is not of the script's group,
 * so that nothing the script does to itself ends it.
 */
import { spawn } from 'node:child_process';

const WATCH = 'read -r _; kill -s TERM -- "-$1"; sleep 1; kill -s KILL -- "-$1"; rm -rf -- "$2"';

/** Watches over the process group `id` and the folder of its run; gives what calls it off. */
export function guard(id: number, folder: string, searchPath: string): () => void {
  const child = spawn('/bin/sh', ['-c', WATCH, 'sh', String(id), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: searchPath },
  });
  // Without it, stand-ins that find nobody end the script.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  return () => void child.kill('SIGKILL');
}
