/**
 * One DD statement: what it stands for.
 *
 * z/OS MVS JCL Reference, "DD statement": parameters *, DATA, DUMMY, DSNAME, DISP, DDNAME, PATH, SYSOUT.
 */
import { isDataSetName, isMemberName } from '../../core/names.ts';
import { dispositionOf } from './disposition.ts';
import type { DdSource } from './model.ts';
import { type Operands, parameter, positional, written } from './operands.ts';

/** What an earlier DD (`*.DD`, `*.STEP.DD`, `*.CALL.STEP.DD`) stands for; null when there is none. */
export type BackwardReference = (name: string) => DdSource | null;

/** What a DD without in-stream data stands for. */
export function ddSource(operands: Operands, backward: BackwardReference): DdSource {
  if (positional(operands)?.toUpperCase() === 'DUMMY') return { kind: 'nothing' };
  const forward = parameter(operands, 'DDNAME');
  if (forward !== null) {
    return forward === '' ? { kind: 'nothing' } : { kind: 'forward', name: forward.toUpperCase() };
  }
  if (parameter(operands, 'PATH') !== null) return { kind: 'unread', reason: 'PATH= is not emulated' };
  if (parameter(operands, 'SUBSYS') !== null) return { kind: 'unread', reason: 'SUBSYS= is not emulated' };
  const named = parameter(operands, 'DSN', 'DSNAME');
  const name = named?.toUpperCase();
  if (name === undefined || name === '' || name === 'NULLFILE') return { kind: 'nothing' };
  const disposition = dispositionOf(written(operands, 'DISP'));
  if (name.startsWith('*.')) {
    const earlier = backward(name.slice(2));
    if (earlier === null) return { kind: 'wrong', text: `no earlier DD is ${name}` };
    return earlier.kind === 'data-set' ? { ...earlier, disposition } : earlier;
  }
  if (named !== name) return { kind: 'wrong', text: `DSN=${named} is not in capital letters, as z/OS has names` };
  // A single ampersand that is no symbol begins a temporary name too.
  const temporary = /^&&?([A-Z0-9@#$]{1,8}(?:\([A-Z0-9@#$]{1,8}\))?)$/.exec(name);
  if (temporary !== null) return { kind: 'data-set', name: `&&${temporary[1]}`, temporary: true, disposition };
  if (/\([+-]?\d+\)$/.test(name)) return { kind: 'unread', reason: 'generation data groups are not emulated' };
  if (!isDataSetOrMember(name)) return { kind: 'wrong', text: `DSN=${name} is not the name of a data set` };
  return { kind: 'data-set', name, temporary: false, disposition };
}

/** True when the DD says itself where its data are, and not only how: what an override replaces. */
export function hasSource(operands: Operands): boolean {
  return (
    positional(operands) !== null ||
    ['DSN', 'DSNAME', 'DDNAME', 'PATH', 'SUBSYS', 'SYSOUT'].some((keyword) => written(operands, keyword) !== null)
  );
}

function isDataSetOrMember(name: string): boolean {
  const [, base = '', member] = /^([^()]*)(?:\(([^()]*)\))?$/.exec(name) ?? [];
  return isDataSetName(base) && (member === undefined || isMemberName(member));
}
