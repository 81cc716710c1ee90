/**
 * Instructions of one clause: keyword and operands to a step.
 *
 * z/OS TSO/E REXX Reference, "Keyword instructions". What is not emulated becomes a step that stops.
 */
import type { Condition, NameItem, ParseSource, Step } from './code.ts';
import { type Expression, readExpression, readValues, referenceOf } from './expression.ts';
import { Fault } from './faults.ts';
import { readTemplates } from './template.ts';
import type { TokenReader } from './token-reader.ts';

type Reader = (reader: TokenReader) => Step;

const INSTRUCTIONS: Readonly<Record<string, Reader>> = {
  ADDRESS: readAddress,
  ARG: (reader) => ({ kind: 'parse', upper: true, source: { kind: 'ARG' }, templates: readTemplates(reader) }),
  CALL: readCall,
  DROP: (reader) => ({ kind: 'drop', names: readNames(reader) }),
  EXIT: (reader) => ({ kind: 'exit', value: readExpression(reader) }),
  INTERPRET: (reader) => stop(reader, 'INTERPRET runs text that is made while the exec runs; it is not emulated'),
  ITERATE: (reader) => ({ kind: 'iterate', name: readName(reader) }),
  LEAVE: (reader) => ({ kind: 'leave', name: readName(reader) }),
  NOP: () => ({ kind: 'nothing' }),
  NUMERIC: readNumeric,
  OPTIONS: (reader) => hint(reader, 'OPTIONS is passed over'),
  PARSE: readParse,
  PROCEDURE: (reader) => ({ kind: 'procedure', expose: reader.take('EXPOSE') ? readNames(reader) : [] }),
  PULL: (reader) => ({ kind: 'parse', upper: true, source: { kind: 'PULL' }, templates: readTemplates(reader) }),
  PUSH: (reader) => ({ kind: 'stack', first: true, value: readExpression(reader) }),
  QUEUE: (reader) => ({ kind: 'stack', first: false, value: readExpression(reader) }),
  RETURN: (reader) => ({ kind: 'return', value: readExpression(reader) }),
  SAY: (reader) => ({ kind: 'say', value: readExpression(reader) }),
  SIGNAL: readSignal,
  TRACE: (reader) => hint(reader, 'TRACE is passed over'),
  UPPER: (reader) => ({ kind: 'upper', names: readNames(reader) }),
};

/** Reads one clause; `keyword` is its first word when it stands where a keyword may. Anything else is a command. */
export function readInstruction(reader: TokenReader, keyword: string | null): Step {
  const read = keyword !== null && Object.hasOwn(INSTRUCTIONS, keyword) ? INSTRUCTIONS[keyword] : undefined;
  if (read !== undefined) {
    reader.next();
    return read(reader);
  }
  const { line, text } = reader.peek();
  const value = readExpression(reader);
  if (value === null) throw new Fault(35, text, line);
  return { kind: 'command', value, environment: null };
}

function passOver(reader: TokenReader): void {
  while (reader.peek().kind !== 'end') reader.next();
}

function hint(reader: TokenReader, text: string): Step {
  passOver(reader);
  return { kind: 'hint', text };
}

function stop(reader: TokenReader, text: string): Step {
  passOver(reader);
  return { kind: 'stop', text };
}

function readAddress(reader: TokenReader): Step {
  const token = reader.peek();
  if (token.kind === 'end') return { kind: 'address', environment: null };
  const named = (token.kind === 'symbol' && token.text !== 'VALUE') || token.kind === 'string';
  if (!named) {
    reader.take('VALUE');
    return { kind: 'address', environment: needed(reader) };
  }
  reader.next();
  const value = readExpression(reader);
  if (value === null) return { kind: 'address', environment: token.text };
  return { kind: 'command', value, environment: token.text };
}

function needed(reader: TokenReader): Expression {
  const { line } = reader.peek();
  const value = readExpression(reader);
  if (value === null) throw new Fault(35, 'a value is missing', line);
  return value;
}

function readCall(reader: TokenReader): Step {
  const token = reader.next();
  if (token.kind === 'symbol' && (token.text === 'ON' || token.text === 'OFF')) {
    return readTrap(reader, 'CALL', token.text === 'ON');
  }
  if (token.kind !== 'symbol' && token.kind !== 'string') throw new Fault(19, '', token.line);
  return { kind: 'call', name: token.text, bypass: token.kind === 'string', values: readValues(reader) };
}

function readSignal(reader: TokenReader): Step {
  const token = reader.peek();
  if (token.kind === 'symbol' && token.text !== 'VALUE') {
    reader.next();
    if (token.text === 'ON' || token.text === 'OFF') return readTrap(reader, 'SIGNAL', token.text === 'ON');
    return { kind: 'signal', label: token.text };
  }
  reader.take('VALUE');
  return { kind: 'signal', label: needed(reader) };
}

const CONDITIONS: readonly Condition[] = ['ERROR', 'FAILURE', 'HALT', 'NOVALUE', 'SYNTAX'];

function readTrap(reader: TokenReader, by: 'SIGNAL' | 'CALL', on: boolean): Step {
  const token = reader.next();
  const condition = CONDITIONS.find((each) => token.kind === 'symbol' && each === token.text);
  const callable = condition !== 'NOVALUE' && condition !== 'SYNTAX';
  if (condition === undefined || (by === 'CALL' && !callable)) throw new Fault(25, token.text, token.line);
  if (!on) return { kind: 'trap', condition, by, label: null };
  if (!reader.take('NAME')) return { kind: 'trap', condition, by, label: condition };
  const name = reader.next();
  if (name.kind !== 'symbol' && name.kind !== 'string') throw new Fault(19, '', name.line);
  return { kind: 'trap', condition, by, label: name.text };
}

function readNumeric(reader: TokenReader): Step {
  const token = reader.peek();
  if (reader.take('DIGITS')) return { kind: 'digits', value: readExpression(reader) };
  if (reader.take('FORM')) {
    if (reader.peek().kind === 'end' || reader.take('SCIENTIFIC')) return { kind: 'nothing' };
    return stop(reader, 'NUMERIC FORM other than SCIENTIFIC is not emulated');
  }
  if (reader.take('FUZZ')) {
    if (reader.peek().kind === 'end' || reader.take('0')) return { kind: 'nothing' };
    return stop(reader, 'NUMERIC FUZZ is not emulated');
  }
  throw new Fault(25, token.text, token.line);
}

const WITH: ReadonlySet<string> = new Set(['WITH']);

function readParse(reader: TokenReader): Step {
  const upper = reader.take('UPPER');
  const token = reader.next();
  let source: ParseSource;
  switch (token.kind === 'symbol' ? token.text : '') {
    case 'ARG':
    case 'PULL':
    case 'SOURCE':
    case 'VERSION':
    case 'NUMERIC':
      source = { kind: token.text as 'ARG' };
      break;
    case 'VAR': {
      const name = reader.next();
      const reference = name.kind === 'symbol' ? referenceOf(name.text) : null;
      if (reference === null) throw new Fault(20, name.text, name.line);
      source = { kind: 'VAR', reference };
      break;
    }
    case 'VALUE':
      source = { kind: 'VALUE', value: readExpression(reader, WITH) };
      if (!reader.take('WITH')) throw new Fault(38, 'WITH is missing', token.line);
      break;
    case 'EXTERNAL':
      return stop(reader, 'PARSE EXTERNAL reads what somebody types; it is not emulated');
    default:
      throw new Fault(25, token.text, token.line);
  }
  return { kind: 'parse', upper, source, templates: readTemplates(reader) };
}

function readName(reader: TokenReader): string | null {
  const token = reader.peek();
  if (token.kind === 'end') return null;
  if (token.kind !== 'symbol') throw new Fault(20, '', token.line);
  return reader.next().text;
}

function readNames(reader: TokenReader): readonly NameItem[] {
  const names: NameItem[] = [];
  for (let token = reader.peek(); token.kind !== 'end'; token = reader.peek()) {
    reader.next();
    const indirect = token.kind === '(';
    const name = indirect ? reader.next() : token;
    const reference = name.kind === 'symbol' ? referenceOf(name.text) : null;
    if (reference === null) throw new Fault(20, name.kind === 'string' ? '' : name.text, name.line);
    if (indirect && reader.next().kind !== ')') throw new Fault(46, name.text, name.line);
    names.push({ reference, indirect });
  }
  if (names.length === 0) throw new Fault(20, 'a name is missing', reader.peek().line);
  return names;
}
