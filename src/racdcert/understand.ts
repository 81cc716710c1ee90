/**
 * From a parse tree to a request: which function, whose, with which operands.
 *
 * RACF Command Language Reference, "RACDCERT (Manage RACF digital certificates)".
 */
import type { Message } from '../core/message.ts';
import { CERTAUTH, MULTIID, SITE, userOwner, type MappingOwner, type Owner } from '../core/owner.ts';
import { bindOperands } from '../tso/bind.ts';
import type { Problem } from '../tso/operand.ts';
import type { CommandTree } from '../tso/tree.ts';
import type { OperandName, RacdcertFunction, Request } from './function.ts';
import { FUNCTIONS } from './functions/index.ts';
import { list } from './functions/list.ts';
import { alternativesTo, isOwnerWord, KEYWORDS, type OwnerWord } from './keywords.ts';
import { say } from './messages.ts';

export type Understanding =
  | {
      readonly kind: 'request';
      readonly function: RacdcertFunction;
      readonly request: Request<unknown, OperandName>;
      /** A user was named with ID, and so must be defined. */
      readonly userNamed: boolean;
      /** All keywords as resolved, in the order they were written; what does not belong to the function is ignored. */
      readonly keywords: readonly string[];
      readonly notes: readonly Message[];
    }
  | {
      readonly kind: 'problem';
      readonly command: string;
      readonly problem: Problem;
      readonly notes: readonly Message[];
    }
  | {
      readonly kind: 'refused';
      readonly command: string;
      readonly message: Message;
      readonly notes: readonly Message[];
    };

/** Meant when no function is named. */
const ASSUMED = list;

const BY_NAME: ReadonlyMap<string, RacdcertFunction> = new Map(FUNCTIONS.map((each) => [each.name, each]));

/** The name of the function that a command calls; null when it cannot be told, for what cannot be read. */
export function functionName({ operands }: CommandTree): string | null {
  const { keywords, problems } = bindOperands(operands, KEYWORDS, { prefix: '' });
  return keywords.findLast((word) => BY_NAME.has(word)) ?? (problems.length === 0 ? ASSUMED.name : null);
}

/** `issuer` owns what nobody else is named for. */
export function understand(tree: CommandTree, issuer: string, prefix: string): Understanding {
  const { values, keywords, problems, notes } = bindOperands(tree.operands, KEYWORDS, { prefix });
  const written = keywords.findLast((word) => BY_NAME.has(word));
  const [problem] = problems;
  // The word that cannot be read may have been the function: LIST is not to be claimed for it.
  if (problem !== undefined) return { kind: 'problem', command: written ?? 'RACDCERT', problem, notes };
  const called = BY_NAME.get(written ?? '') ?? ASSUMED;
  const refuse = (message: Message): Understanding => ({ kind: 'refused', command: called.name, message, notes });
  if (values.MULTIID !== undefined && called.owner !== 'mapping') return refuse(say('IRRD136I', {}));
  const ownerWord = keywords.findLast(isOwnerWord);
  const foreign = foreignOwner(called, ownerWord);
  if (foreign !== null) return refuse(foreign);
  return {
    kind: 'request',
    function: called,
    request: {
      value: values[called.name] ?? null,
      owner: ownerOf(ownerWord, values.ID, issuer),
      operands: belonging(called, values, keywords),
    },
    userNamed: ownerWord === 'ID' && called.owner !== 'none',
    keywords,
    notes,
  };
}

/** The pools own neither rings nor mappings. */
function foreignOwner({ name, owner }: RacdcertFunction, word: OwnerWord | undefined): Message | null {
  if (word !== 'CERTAUTH' && word !== 'SITE') return null;
  if (owner === 'mapping') return say('RNGT055I', { keyword: word, function: name });
  const kind = word === 'SITE' ? 'Site Certificate' : 'Certificate Authority';
  return owner === 'ring' ? say('IRRD120I', { keyword: word, kind }) : null;
}

function ownerOf(word: OwnerWord | undefined, id: unknown, issuer: string): Owner | MappingOwner {
  if (word === 'MULTIID') return MULTIID;
  if (word === 'CERTAUTH') return CERTAUTH;
  if (word === 'SITE') return SITE;
  return userOwner(word === 'ID' && typeof id === 'string' ? id : issuer);
}

/** The operands of the function; those of other functions are ignored without a word, as RACF does. */
function belonging(
  called: RacdcertFunction,
  values: Readonly<Record<string, unknown>>,
  keywords: readonly string[],
): Request<unknown, OperandName>['operands'] {
  const own = keywords.filter((word) => (called.operands as readonly string[]).includes(word));
  const counted = own.filter((word) => own.findLast((other) => alternativesTo(word).includes(other)) === word);
  return Object.fromEntries(counted.map((word) => [word, values[word]]));
}
