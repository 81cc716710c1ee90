/** The commands of a DD and what is to be said of its lines, in the order of the lines. */
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { Remark } from '../carrier.ts';
import type { Joined } from '../continuation.ts';
import type { DataLine, Place } from './model.ts';

export type Turn =
  | { readonly kind: 'command'; readonly command: LogicalCommand }
  | { readonly kind: 'hint' | 'problem'; readonly remark: Remark };

/** Hints about the lines of a command come in front of it; a problem stands where its command would. */
export function inTurn(lines: readonly DataLine[], { commands, hints, problems }: Joined): readonly Turn[] {
  const issued = commands.map((command): Turn => ({ kind: 'command', command }));
  if (hints.length + problems.length === 0) return issued;
  const index = new Map(lines.map(({ file, line }, at) => [`${file}:${line}`, at]));
  const indexOf = ({ file, line }: Place): number => index.get(`${file}:${line}`) ?? 0;
  const heads = [
    ...issued.map((turn, nth) => ({ turn, at: indexOf(commands[nth] ?? NOWHERE) })),
    ...problems.map((remark) => ({ turn: { kind: 'problem', remark } as const, at: indexOf(remark) })),
  ].sort((left, right) => left.at - right.at);
  // A command goes on up to the next one.
  const ends = heads.map(({ turn }, nth) => ({ turn, at: (heads[nth + 1]?.at ?? lines.length) - HALF }));
  const told = hints.map((remark) => ({ turn: { kind: 'hint', remark } as const, at: indexOf(remark) }));
  return [...told, ...ends].sort((left, right) => left.at - right.at).map(({ turn }) => turn);
}

const NOWHERE: Place = { file: '', line: 0 };
/** Between two lines. */
const HALF = 0.5;
