/**
 * One job read: its statements in order, each into what it means for the steps.
 *
 * z/OS MVS JCL Reference, statement by statement. SET, EXPORT, JCLLIB and INCLUDE count wherever they stand, also
 * under an IF that turns out false.
 */
import type { Surroundings } from '../carrier.ts';
import { Branches } from './branches.ts';
import type { Budget } from './budget.ts';
import { markChosenElsewhere } from './chosen-dd.ts';
import { DdOwner, sourceOf } from './dd-owner.ts';
import { readDdStatement } from './dd-statement.ts';
import { readExec, startCall } from './exec.ts';
import { readExpression } from './expression.ts';
import { fillField, unsetIn, unsetInExpression } from './filling.ts';
import { readUntil } from './in-stream.ts';
import { assign, assignDefaults, exportSymbols } from './assignment.ts';
import { newJob, readJobStatement } from './job-statement.ts';
import { jobLevel, refusal } from './level.ts';
import { Libraries, type Member } from './libraries.ts';
import type { ConvertedJob, DdSource, Place } from './model.ts';
import { listed, type Operands, parameter, splitOperands, written } from './operands.ts';
import { applyOverrides } from './overrides.ts';
import { procedureAt } from './procedure.ts';
import { hasNoEffect, isOfOtherWork } from './operations.ts';
import { isStatement, readStatement, type Statement } from './statement.ts';
import { inside, StepNames } from './step-names.ts';
import { Symbols } from './symbols.ts';

/** A statement with its symbols filled in, and where it was read. */
interface Read {
  readonly statement: Statement;
  readonly operands: Operands;
  readonly at: Place;
  readonly member: Member;
}

/** DD statements that only TSO reads: alone they are shown as a part of a job. */
const OF_TSO: readonly string[] = ['SYSTSIN', 'SYSTSPRT'];

export class JobConverter {
  readonly #symbols: Symbols;
  readonly #libraries: Libraries;
  readonly #budget: Budget;
  readonly #procedures = new Map<string, Member & { called: boolean; readonly at: Place }>();
  readonly #names = new StepNames();
  readonly #job: ConvertedJob = newJob();
  readonly #branches = new Branches(this.#job.nodes);
  #level = jobLevel();
  #begun = false;
  #hasExec = false;
  readonly #owner = new DdOwner();

  constructor(surroundings: Surroundings, budget: Budget) {
    this.#symbols = new Symbols(surroundings);
    this.#libraries = new Libraries(surroundings);
    this.#budget = budget;
  }

  /** Reads `member` from a line on; gives the index of the next JOB statement, or of its end. */
  async read(member: Member, from = 0): Promise<number> {
    const { file, lines } = member;
    let stray = false;
    for (let index = from; index < lines.length; ) {
      const { text, line } = lines[index] ?? { text: '', line: 0 };
      if (!isStatement(text)) {
        const data = text.trim() !== '' && !text.startsWith('/*') && !text.startsWith('//*');
        if (data && !stray) this.#hint({ file, line }, 'this line belongs to no statement and is left out');
        stray = data;
        index++;
        continue;
      }
      stray = false;
      const statement = readStatement(lines, index);
      const at = { file, line: statement.line };
      this.#budget.lines(statement.next - index, at);
      if (statement.operation === 'JOB' && this.#level.within.length === 0 && this.#begun) return index;
      if (statement.operation !== '') this.#begun = true;
      if (statement.error !== null) this.#error(at, statement.error);
      const field = fillField(statement.field, this.#symbols, this.#budget, at);
      const read = { statement: { ...statement, field }, operands: splitOperands(field), at, member };
      const next = this.#statement(read, index);
      index = typeof next === 'number' ? next : await next;
    }
    return lines.length;
  }

  /** The job as read; nothing may be read behind it. */
  async finish(): Promise<ConvertedJob> {
    await this.#expand();
    this.#closeBranches(0);
    for (const [name, { called, at }] of this.#procedures) {
      if (!called) this.#hint(at, `the procedure ${name} is not called`);
    }
    markChosenElsewhere(this.#job.nodes);
    return this.#job;
  }

  #statement(read: Read, index: number): number | Promise<number> {
    const { statement, operands, at } = read;
    switch (statement.operation) {
      case 'DD':
        return this.#dd(read);
      case 'SET':
        assign(operands, at, this.#symbols, this.#job);
        return statement.next;
      case 'EXPORT':
        exportSymbols(operands, this.#symbols);
        return statement.next;
      case 'JCLLIB':
        this.#libraries.order(listed(written(operands, 'ORDER') ?? ''));
        return statement.next;
      case 'INCLUDE':
        return this.#include(read);
      default:
        if (hasNoEffect(statement.operation)) return statement.next;
        // Whatever else comes ends the DD statements of a call.
        return this.#owner.call === null
          ? this.#other(read, index)
          : this.#expand().then(() => this.#other(read, index));
    }
  }

  #other(read: Read, index: number): number | Promise<number> {
    const { statement, operands, at, member } = read;
    const { operation, next } = statement;
    this.#owner.ofNobody();
    switch (operation) {
      case 'JOB':
        if (this.#level.within.length > 0) this.#error(at, 'a JOB statement in a procedure');
        else readJobStatement(statement.name, operands, at, this.#job);
        return next;
      case 'EXEC':
        this.#exec(read);
        return next;
      case 'IF':
        this.#if(read);
        return next;
      case 'ELSE':
        this.#complain(at, this.#branches.otherwise(this.#level.conditions));
        return next;
      case 'ENDIF':
        this.#complain(at, this.#branches.end(this.#level.conditions));
        return next;
      case 'PROC':
        if (this.#level.within.length === 0) return this.#procedure(read, index);
        assignDefaults(operands, at, this.#symbols, this.#job);
        return next;
      case 'PEND':
        if (this.#level.within.length === 0) this.#error(at, 'PEND without PROC');
        return next;
      default:
        if (!isOfOtherWork(operation)) this.#error(at, `the operation ${operation} is not known`);
        else {
          const text = `//${statement.name} ${operation}`;
          this.#job.notEmulated.push({ ...at, text, reason: `${operation} statements are not emulated` });
        }
        if (operation !== 'XMIT') return next;
        return readUntil(member.lines, next, parameter(operands, 'DLM') ?? '', false).next;
    }
  }

  #exec({ statement, operands, at }: Read): void {
    this.#hasExec = true;
    this.#level.count++;
    const own = statement.name === '' ? `step ${this.#level.count}` : statement.name.toUpperCase();
    const name = inside(this.#level.call, own);
    const { what, error } = readExec(operands, name, at, this.#resolve);
    this.#complain(at, error);
    if (what.kind === 'call') this.#owner.ofCall(what);
    else {
      this.#owner.ofStep(what);
      this.#level.steps.push(what);
      this.#names.add(what);
      this.#branches.add(what);
    }
  }

  readonly #resolve = (name: string): string | null => this.#names.resolve(name, this.#level.call);

  #if({ statement, at }: Read): void {
    for (const each of unsetInExpression(statement.field, at)) this.#job.unset.push(each);
    const read = statement.error === null ? readExpression(statement.field, this.#resolve) : 'unread';
    // What has no value is asked for first; what is wrong else is told.
    if (typeof read === 'string' && statement.error === null) this.#error(at, read);
    const expression = typeof read === 'string' ? ({ kind: 'constant', value: false } as const) : read;
    this.#complain(at, this.#branches.begin({ kind: 'if', at, expression, whenTrue: [], whenFalse: [] }));
  }

  #dd({ statement, operands, at, member }: Read): number {
    const { part, source, next, error } = readDdStatement(operands, at, {
      lines: member.lines,
      next: statement.next,
      symbols: this.#symbols,
      budget: this.#budget,
      backward: this.#backward,
    });
    if (error !== null) this.#error(at, error);
    if (!this.#hasExec && this.#job.name === '' && OF_TSO.includes(statement.name.toUpperCase())) {
      this.#hint(at, 'no EXEC stands before this DD; it is taken for one of a step EXEC PGM=IKJEFT01');
      this.#exec({ statement: { ...statement, name: '' }, operands: splitOperands('PGM=IKJEFT01'), at, member });
    }
    this.#complain(at, this.#owner.add(statement.name.toUpperCase(), part, source));
    return next;
  }

  readonly #backward = (reference: string): DdSource | null => {
    const cut = reference.lastIndexOf('.');
    if (cut === -1) return this.#owner.source(reference);
    const step = this.#names.find(reference.slice(0, cut), this.#level.call);
    return step === null ? null : sourceOf(step, reference.slice(cut + 1));
  };

  async #include({ statement, operands, at }: Read): Promise<number> {
    const name = parameter(operands, 'MEMBER')?.toUpperCase() ?? '';
    for (const each of unsetIn(name, at)) this.#job.unset.push(each);
    const member = await this.#libraries.member(name);
    if (member === null) {
      const reason = `there is no member ${name} in JCLLIB or in the folders of procedures`;
      this.#job.notEmulated.push({ ...at, text: `//${statement.name} INCLUDE`, reason });
    } else if (this.#mayEnter(`INCLUDE ${name}`, at)) {
      const around = this.#level;
      this.#level = { ...around, within: [...around.within, `INCLUDE ${name}`] };
      await this.read(member);
      this.#level = { ...around, count: this.#level.count };
    }
    return statement.next;
  }

  /** PROC in the job: kept until it is called. One without an end, in a file of its own, is run as START would. */
  #procedure({ statement, at, member }: Read, index: number): number {
    const { body, next, ended } = procedureAt(member, index);
    const name = statement.name.toUpperCase();
    if (ended) this.#procedures.set(name, { ...body, called: false, at });
    else if (this.#job.name !== '' || this.#job.nodes.length > 0) this.#error(at, `the procedure ${name} has no PEND`);
    else {
      this.#hint(at, `the procedure ${name} is run as the START command would`);
      this.#procedures.set(name, { ...body, called: true, at });
      this.#owner.ofCall(startCall(name, at));
    }
    return next;
  }

  /** Reads the procedure that was called, and changes its steps as the call says. */
  async #expand(): Promise<void> {
    const { call } = this.#owner;
    this.#owner.ofNobody();
    if (call === null) return;
    for (const each of call.unset) this.#job.unset.push(each);
    const own = this.#procedures.get(call.procedure);
    if (own !== undefined) own.called = true;
    const member = own ?? (await this.#libraries.member(call.procedure));
    if (member === null) {
      const reason = `there is no procedure ${call.procedure} in the job, in JCLLIB or in the folders of procedures`;
      this.#names.addUnknown(call.name);
      this.#branches.add({
        kind: 'left-out',
        name: call.name,
        part: { ...call.at, text: `//${call.name} EXEC`, reason },
      });
      return;
    }
    if (!this.#mayEnter(call.procedure, call.at)) return;
    const around = this.#level;
    const conditions = this.#branches.depth;
    this.#level = { call: call.name, within: [...around.within, call.procedure], conditions, steps: [], count: 0 };
    this.#symbols.enter(call.symbols);
    await this.read(member);
    await this.#expand();
    this.#closeBranches(conditions);
    for (const text of applyOverrides(call, this.#level.steps)) this.#error(call.at, text);
    this.#symbols.leave();
    this.#level = around;
    this.#owner.ofNobody();
  }

  /** False, with an error, where `name` must not be read. */
  #mayEnter(name: string, at: Place): boolean {
    const why = refusal(this.#level, name);
    this.#complain(at, why);
    return why === null;
  }

  #closeBranches(floor: number): void {
    for (const { at } of this.#branches.close(floor)) this.#error(at, 'the IF statement has no ENDIF');
  }

  #complain(at: Place, text: string | null): void {
    if (text !== null) this.#error(at, text);
  }

  #error(at: Place, text: string): void {
    this.#job.errors.push({ ...at, text });
  }

  #hint(at: Place, text: string): void {
    this.#job.hints.push({ ...at, text });
  }
}
