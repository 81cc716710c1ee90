/**
 * Which process holds a lock, told so exactly that another with the same number is not taken for it.
 *
 * On Linux the start time of a process (proc(5), field 22 of /proc/pid/stat) and its PID namespace belong to it.
 */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from '../core/system-code.ts';

export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** PID namespace; empty where there is no such thing. */
  readonly space: string;
  /** Clock ticks since the system started; empty where it cannot be known. */
  readonly start: string;
}

function startOf(pid: number | 'self'): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in parentheses, which may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** The name of this machine; on Linux without loading `node:os` for it. */
function hostName(): string {
  try {
    return readFileSync('/proc/sys/kernel/hostname', 'latin1').trimEnd();
  } catch {
    return hostname();
  }
}

let own: ProcessIdentity | undefined;

/** This process. */
export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, host: hostName(), space: spaceOf(), start: startOf('self') };
  return own;
}

/** True only when the process certainly is no more: never for one on another host or in another container. */
export function isDead(other: ProcessIdentity): boolean {
  const self = ownIdentity();
  if (other.host !== self.host || other.space !== self.space) return false;
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
  const start = startOf(other.pid);
  return other.start !== '' && start !== '' && start !== other.start;
}
