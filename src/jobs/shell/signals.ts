/**
 * Signals while a script runs: they go to its process group, which is not the terminal's.
 *
 * The script may put things in order; a second signal kills it. Afterwards this program dies by the signal itself,
 * so that whoever called it knows.
 */
import { rmSync } from 'node:fs';
import type { Process } from './process.ts';

const PASSED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface Signals {
  /** Takes the handlers away; when a signal has come, ends this program by it. */
  release(): void;
}

/** `folder` is removed however this program ends. */
export function passSignals(script: Process, folder: string): Signals {
  let met: NodeJS.Signals | null = null;
  const onSignal = (name: NodeJS.Signals): void => {
    script.signal(met === null ? name : 'SIGKILL');
    met = name;
  };
  const onExit = (): void => {
    script.signal('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (const name of PASSED) process.on(name, onSignal);
  process.on('exit', onExit);
  return {
    release() {
      for (const name of PASSED) process.off(name, onSignal);
      process.off('exit', onExit);
      if (met === null) return;
      rmSync(folder, { recursive: true, force: true });
      process.kill(process.pid, met);
    },
  };
}
