/**
 * One job read: its statements in order, each into what it means for the steps.
 *
 * z/OS MVS JCL Reference, statement by statement. SET, EXPORT, JCLLIB and INCLUDE count wherever they stand, also
 * under an IF that turns out false.
 */
import { isDataSetName } from '../../core/names.ts';
import type { Surroundings } from '../carrier.ts';
import { assign, assignDefaults, exportSymbols } from './assignment.ts';
import type { Budget } from './budget.ts';
import { markChosenElsewhere } from './chosen-dd.ts';
import { Conversion } from './conversion.ts';
import { sourceOf } from './dd-owner.ts';
import { readDdStatement } from './dd-statement.ts';
import { readExec } from './exec.ts';
import { readExpression } from './expression.ts';
import { fillField, type FindUnset, unsetFinder, unsetInExpression } from './filling.ts';
import { readUntil } from './in-stream.ts';
import { readJobStatement } from './job-statement.ts';
import { isJobItself, jobLevel, type Level } from './level.ts';
import type { Member } from './libraries.ts';
import type { ConvertedJob, DdSource, Place } from './model.ts';
import { listed, type Operands, parameter, splitOperands, written } from './operands.ts';
import { hasNoEffect, isAmongDds, isOfOtherWork } from './operations.ts';
import { ProcedureReader } from './procedure-reader.ts';
import { isStatement, readStatement, type Statement } from './statement.ts';
import { inside } from './step-names.ts';
import type { Template } from './template.ts';

/** A statement with its symbols filled in, and where it was read. */
interface Read {
  readonly statement: Statement;
  readonly operands: Operands;
  readonly at: Place;
  readonly unset: FindUnset;
  readonly member: Member;
  readonly level: Level;
}

/** DD statements that only TSO reads: alone they are shown as a part of a job. */
const OF_TSO: readonly string[] = ['SYSTSIN', 'SYSTSPRT'];

export class JobConverter {
  readonly #conversion: Conversion;
  readonly #procedures: ProcedureReader;
  readonly #level = jobLevel();
  #begun = false;
  #hasExec = false;

  constructor(surroundings: Surroundings, template: Template, budget: Budget) {
    this.#conversion = new Conversion(surroundings, template, budget);
    this.#procedures = new ProcedureReader(this.#conversion, (member, level) => this.#read(member, 0, level));
  }

  /** Reads `member` from a line on; gives the index of the next JOB statement, or of its end. */
  read(member: Member, from: number): Promise<number> {
    return this.#read(member, from, this.#level);
  }

  /** The job as read; nothing may be read behind it. */
  async finish(): Promise<ConvertedJob> {
    await this.#procedures.expand(this.#level);
    this.#conversion.closeBranches(this.#level);
    this.#procedures.finish();
    markChosenElsewhere(this.#conversion.job.nodes);
    return this.#conversion.job;
  }

  async #read(member: Member, from: number, level: Level): Promise<number> {
    const { file, lines } = member;
    const { symbols, template, budget, owner } = this.#conversion;
    let stray = false;
    for (let index = from; index < lines.length; ) {
      const { text, line } = lines[index] ?? { text: '', line: 0 };
      if (!isStatement(text)) {
        const data = text.trim() !== '' && !text.startsWith('/*') && !text.startsWith('//*');
        if (data && !stray) this.#conversion.hint({ file, line }, 'this line belongs to no statement and is left out');
        stray = data;
        index++;
        continue;
      }
      stray = false;
      const statement = readStatement(lines, index);
      const { operation } = statement;
      const at = { file, line: statement.line };
      budget.lines(statement.next - index, at);
      if (operation === 'JOB' && isJobItself(level) && this.#begun) return index;
      if (operation !== '') this.#begun = true;
      this.#conversion.complain(at, statement.error);
      const field = fillField(statement.field, symbols, budget, at);
      const operands = splitOperands(field);
      const unset = unsetFinder(at, template);
      // Only what reads other members waits for them.
      if (!isAmongDds(operation)) {
        if (owner.call !== null) await this.#procedures.expand(level);
        owner.ofNobody();
      }
      if (operation === 'INCLUDE') {
        const name = parameter(operands, 'MEMBER') ?? '';
        await this.#procedures.include(statement.name, name, { at, unset }, level);
        index = statement.next;
      } else {
        index = this.#statement({ statement: { ...statement, field }, operands, at, unset, member, level }, index);
      }
    }
    return lines.length;
  }

  /** Takes a statement; gives the index of the line behind it and its data. */
  #statement(read: Read, index: number): number {
    const { statement, operands, at, member, level } = read;
    const { operation, next } = statement;
    const { job, symbols, branches } = this.#conversion;
    switch (operation) {
      case 'DD':
        return this.#dd(read);
      case 'SET':
        assign(read, symbols, job);
        return next;
      case 'EXPORT':
        exportSymbols(operands, symbols);
        return next;
      case 'JCLLIB':
        this.#jcllib(read);
        return next;
      case 'JOB':
        if (isJobItself(level)) readJobStatement(statement.name, operands, at, job);
        else this.#conversion.error(at, 'a JOB statement in a procedure');
        return next;
      case 'EXEC':
        this.#exec(read);
        return next;
      case 'IF':
        this.#if(read);
        return next;
      case 'ELSE':
        this.#conversion.complain(at, branches.otherwise(level.conditions));
        return next;
      case 'ENDIF':
        this.#conversion.complain(at, branches.end(level.conditions));
        return next;
      case 'PROC':
        if (isJobItself(level)) return this.#procedures.define(statement.name.toUpperCase(), at, member, index);
        assignDefaults(read, symbols, job);
        return next;
      case 'PEND':
        if (isJobItself(level)) this.#conversion.error(at, 'PEND without PROC');
        return next;
      default:
        return hasNoEffect(operation) ? next : this.#foreign(read);
    }
  }

  #jcllib({ operands, at, unset }: Read): void {
    const { job, libraries } = this.#conversion;
    const order = written(operands, 'ORDER');
    const missing = unset(order);
    for (const each of missing) job.unset.push(each);
    const names = listed(order ?? '');
    const wrong = missing.length > 0 ? [] : names.filter((name) => !isDataSetName(name));
    for (const name of wrong) this.#conversion.error(at, `JCLLIB: ${name} is not the name of a data set`);
    libraries.order(names.filter(isDataSetName));
  }

  #foreign({ statement: { name, operation, next }, operands, at, member }: Read): number {
    if (!isOfOtherWork(operation)) this.#conversion.error(at, `the operation ${operation} is not known`);
    else {
      const reason = `${operation} statements are not emulated`;
      this.#conversion.job.notEmulated.push({ ...at, text: `//${name} ${operation}`, reason });
    }
    return operation === 'XMIT' ? readUntil(member.lines, next, parameter(operands, 'DLM') ?? '', false).next : next;
  }

  #exec(read: Read): void {
    const { statement, at, level } = read;
    const { owner, names, branches } = this.#conversion;
    this.#hasExec = true;
    level.execs.count++;
    const own = statement.name === '' ? `step ${level.execs.count}` : statement.name.toUpperCase();
    const { what, error } = readExec(read, inside(level.call, own), this.#resolver(level));
    this.#conversion.complain(at, error);
    if (what.kind === 'call') owner.ofCall(what);
    else {
      owner.ofStep(what);
      level.steps.push(what);
      names.add(what);
      branches.add(what);
    }
  }

  #resolver({ call }: Level): (name: string) => string | null {
    return (name) => this.#conversion.names.resolve(name, call);
  }

  #if({ statement, at, level }: Read): void {
    const { job, branches, template } = this.#conversion;
    for (const each of unsetInExpression(statement.field, at, template)) job.unset.push(each);
    const read = statement.error === null ? readExpression(statement.field, this.#resolver(level)) : 'unread';
    // What has no value is asked for first; what is wrong else is told.
    if (typeof read === 'string' && statement.error === null) this.#conversion.error(at, read);
    const expression = typeof read === 'string' ? ({ kind: 'constant', value: false } as const) : read;
    this.#conversion.complain(at, branches.begin({ kind: 'if', at, expression, whenTrue: [], whenFalse: [] }));
  }

  #dd(read: Read): number {
    const { statement, operands, at, member, level } = read;
    const { symbols, budget, owner, job } = this.#conversion;
    const name = statement.name.toUpperCase();
    const { part, source, next, error } = readDdStatement(operands, at, {
      lines: member.lines,
      next: statement.next,
      symbols,
      budget,
      backward: (reference) => this.#backward(reference, level),
      unset: read.unset,
    });
    this.#conversion.complain(at, error);
    if (!this.#hasExec && job.name === '' && OF_TSO.includes(name)) {
      this.#conversion.hint(at, 'no EXEC stands before this DD; it is taken for one of a step EXEC PGM=IKJEFT01');
      this.#exec({ ...read, statement: { ...statement, name: '' }, operands: splitOperands('PGM=IKJEFT01') });
    }
    this.#conversion.complain(at, owner.add(name, part, source));
    return next;
  }

  #backward(reference: string, { call }: Level): DdSource | null {
    const { names, owner } = this.#conversion;
    const cut = reference.lastIndexOf('.');
    if (cut === -1) return owner.source(reference);
    const step = names.find(reference.slice(0, cut), call);
    return step === null ? null : sourceOf(step, reference.slice(cut + 1));
  }
}
