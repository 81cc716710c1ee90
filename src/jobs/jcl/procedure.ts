/** An in-stream procedure: the lines from PROC to PEND. */
import { readInStream } from './in-stream.ts';
import type { Member } from './libraries.ts';
import { splitOperands } from './operands.ts';
import { isStatement, readStatement } from './statement.ts';

export interface InStreamProcedure {
  readonly body: Member;
  /** Index of the line behind PEND, or of what ended it otherwise. */
  readonly next: number;
  readonly ended: boolean;
}

/** The procedure whose PROC statement is `member.lines[index]`. */
export function procedureAt({ file, lines }: Member, index: number): InStreamProcedure {
  let at = index + 1;
  while (at < lines.length) {
    if (!isStatement(lines[at]?.text ?? '')) {
      at++;
      continue;
    }
    const statement = readStatement(lines, at);
    if (statement.operation === 'PEND' || statement.operation === 'JOB') {
      const ended = statement.operation === 'PEND';
      return { body: { file, lines: lines.slice(index, at) }, next: ended ? statement.next : at, ended };
    }
    const data =
      statement.operation === 'DD' ? readInStream(lines, statement.next, splitOperands(statement.field)) : null;
    at = data?.next ?? statement.next;
  }
  return { body: { file, lines: lines.slice(index) }, next: lines.length, ended: false };
}
