/** A script as a process group of its own: what it prints, in pieces as they are taken, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Interpreter } from './interpreter.ts';

export type Happening = Piece | Exited | Closed | NotStarted;

/** `bytes` are what the text was made of, undecoded. */
interface Piece {
  readonly kind: 'output';
  readonly stream: 'out' | 'err';
  readonly text: string;
  readonly bytes: Uint8Array;
  taken(): void;
}

/** The script's own shell has ended; what it started in the background may still run and print. */
interface Exited {
  readonly kind: 'exited';
  readonly exitCode: number;
}

/** Nothing more will be printed. */
interface Closed {
  readonly kind: 'closed';
}

interface NotStarted {
  readonly kind: 'not-started';
  readonly reason: string;
}

export interface Process {
  /** Its own number, which is its group's too; null when it was not started. */
  readonly id: number | null;
  /** Sends a signal to the whole group; nothing when it is gone. */
  signal(name: NodeJS.Signals): void;
  /** A signal has been sent. */
  readonly signalled: boolean;
  /** Something of the group is still there. */
  alive(): boolean;
  /** Ends what is left of it: asked first, then killed. */
  end(): Promise<void>;
}

/** Starts it; standard input is empty. Each stream gives its next piece when the one before has been taken. */
export function startScript(
  { path, options }: Interpreter,
  script: string,
  env: NodeJS.ProcessEnv,
  tell: (happening: Happening) => void,
): Process {
  const child = spawn(path, [...options, script], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  pour(child.stdout, 'out', tell);
  pour(child.stderr, 'err', tell);
  child.once('error', (error) => {
    if (child.pid === undefined) tell({ kind: 'not-started', reason: error.message });
  });
  child.once('exit', (code, signal) => tell({ kind: 'exited', exitCode: code ?? 128 + numberOf(signal) }));
  child.once('close', () => tell({ kind: 'closed' }));
  let signalled = false;
  const alive = (): boolean => kill(child, 0);
  return {
    id: child.pid ?? null,
    alive,
    signal(name) {
      signalled = true;
      kill(child, name);
    },
    get signalled() {
      return signalled;
    },
    async end() {
      child.stdout.destroy();
      child.stderr.destroy();
      kill(child, 'SIGTERM');
      for (let pauses = 0; alive() && pauses < PATIENCE; pauses++) await delay(PAUSE_MS);
      kill(child, 'SIGKILL');
    },
  };
}

const PAUSE_MS = 20;
/** Pauses that a script has to put things in order. */
const PATIENCE = 50;

function numberOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
}

function kill(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

const NO_BYTES = new Uint8Array();

function pour(stream: Readable, name: 'out' | 'err', tell: (happening: Happening) => void): void {
  const decoder = new TextDecoder('utf-8');
  stream.on('data', (bytes: Uint8Array) => {
    stream.pause();
    const text = decoder.decode(bytes, { stream: true });
    tell({ kind: 'output', stream: name, text, bytes, taken: () => void stream.resume() });
  });
  stream.on('end', () => {
    const text = decoder.decode();
    if (text !== '') tell({ kind: 'output', stream: name, text, bytes: NO_BYTES, taken: () => {} });
  });
}
