/**
 * Procedures and INCLUDE groups put in where the job names them.
 *
 * z/OS MVS JCL Reference, "PROC statement", "INCLUDE statement"; a procedure in the job goes before one of a library.
 */
import type { Conversion } from './conversion.ts';
import { whyUnread } from './data-sets.ts';
import { type Call, startCall } from './exec.ts';
import type { FindUnset } from './filling.ts';
import { calledLevel, includedLevel, type Level, refusal } from './level.ts';
import type { Member } from './libraries.ts';
import type { Place } from './model.ts';
import { applyOverrides } from './overrides.ts';
import { procedureAt } from './procedure.ts';

/** An INCLUDE statement. */
interface Including {
  readonly at: Place;
  readonly unset: FindUnset;
}

/** Reads the statements of a member into the job. */
type ReadMember = (member: Member, level: Level) => Promise<unknown>;

export class ProcedureReader {
  readonly #conversion: Conversion;
  readonly #read: ReadMember;
  /** Those in the job, by name. */
  readonly #own = new Map<string, Member & { called: boolean; readonly at: Place }>();

  constructor(conversion: Conversion, read: ReadMember) {
    this.#conversion = conversion;
    this.#read = read;
  }

  /**
   * PROC in the job, in line `index` of `member`: kept until it is called. One without an end, in a file of its own,
   * is run as START would. Gives the index of the line behind it.
   */
  define(name: string, at: Place, member: Member, index: number): number {
    const { job, owner } = this.#conversion;
    const { body, next, ended } = procedureAt(member, index);
    if (ended) this.#own.set(name, { ...body, called: false, at });
    else if (job.name !== '' || job.nodes.length > 0) {
      this.#conversion.error(at, `the procedure ${name} has no PEND`);
    } else {
      this.#conversion.hint(at, `the procedure ${name} is run as the START command would`);
      this.#own.set(name, { ...body, called: true, at });
      owner.ofCall(startCall(name, at));
    }
    return next;
  }

  /** INCLUDE MEMBER=; `label` is the name of the statement. */
  async include(label: string, written: string, { at, unset }: Including, level: Level): Promise<void> {
    const { job } = this.#conversion;
    const name = written.toUpperCase();
    for (const each of unset(written)) job.unset.push(each);
    const member = await this.#fromLibraries(name, at);
    if (member === 'unreadable') return;
    if (member === null) {
      const reason = `there is no member ${name} in JCLLIB or in the folders of procedures`;
      job.notEmulated.push({ ...at, text: `//${label} INCLUDE`, reason });
    } else if (this.#mayEnter(level, `INCLUDE ${name}`, at)) {
      await this.#read(member, includedLevel(level, `INCLUDE ${name}`));
    }
  }

  /** Reads the procedure that was called, if one was, and changes its steps as the call says. */
  async expand(level: Level): Promise<void> {
    const { job, owner, branches, symbols } = this.#conversion;
    const { call } = owner;
    owner.ofNobody();
    if (call === null) return;
    for (const each of call.unset) job.unset.push(each);
    const member = await this.#find(call);
    if (member === null || member === 'unreadable') this.#leaveOut(call, member);
    else if (!this.#mayEnter(level, call.procedure, call.at)) this.#conversion.names.addUnknown(call.name);
    else {
      const inner = calledLevel(level, call.procedure, call.name, branches.depth);
      symbols.enter(call.symbols);
      await this.#read(member, inner);
      // A call that its last statement makes.
      await this.expand(inner);
      this.#conversion.closeBranches(inner);
      for (const text of applyOverrides(call, inner.steps)) this.#conversion.error(call.at, text);
      symbols.leave();
      owner.ofNobody();
    }
  }

  /** Names the procedures of the job that nothing has called. */
  finish(): void {
    for (const [name, { called, at }] of this.#own) {
      if (!called) this.#conversion.hint(at, `the procedure ${name} is not called`);
    }
  }

  async #find({ procedure, at }: Call): Promise<Member | 'unreadable' | null> {
    const own = this.#own.get(procedure);
    if (own === undefined) return await this.#fromLibraries(procedure, at);
    own.called = true;
    return own;
  }

  /** A member that cannot be read is an error of the job, as a library that is not there is on z/OS. */
  async #fromLibraries(name: string, at: Place): Promise<Member | 'unreadable' | null> {
    try {
      return await this.#conversion.libraries.member(name);
    } catch (error) {
      this.#conversion.error(at, `the member ${name} cannot be taken: ${whyUnread(error)}`);
      return 'unreadable';
    }
  }

  #leaveOut({ name, procedure, at }: Call, member: 'unreadable' | null): void {
    const { names, branches } = this.#conversion;
    names.addUnknown(name);
    if (member === 'unreadable') return;
    const reason = `there is no procedure ${procedure} in the job, in JCLLIB or in the folders of procedures`;
    branches.add({ kind: 'left-out', name, part: { ...at, text: `//${name} EXEC`, reason } });
  }

  /** False, with an error, where `name` must not be read. */
  #mayEnter(level: Level, name: string, at: Place): boolean {
    const why = refusal(level, name);
    this.#conversion.complain(at, why);
    return why === null;
  }
}
