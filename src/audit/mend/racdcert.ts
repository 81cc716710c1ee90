/**
 * RACDCERT commands with the real owner, label and ring filled in, quoted as the command reads them.
 *
 * RACF Command Language Reference, "RACDCERT". Requests go to a data set under the prefix of whoever runs them.
 */
import { isRingName, LABEL_LENGTH } from '../../core/names.ts';
import { type Owner, ownerText } from '../../core/owner.ts';
import { isPrintable } from '../../core/printable.ts';
import type { MendStep } from '../../findings/rule.ts';
import { quote } from '../../tso/print.ts';
import type { StoreAddress } from '../subject.ts';

export const REQUEST_DATA_SET = 'NEWCERT.REQ';
export const ANSWER_DATA_SET = 'NEWCERT.CER';

export function byHand(text: string): MendStep {
  return { kind: 'by-hand', text };
}

/** A label for the successor of `label` that is not taken: `X NEW`, or `X NEW2` and so on, within the limit of 32. */
export function successorLabel(label: string, isTaken: (candidate: string) => boolean = () => false): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? ' NEW' : ` NEW${number}`;
    const candidate = `${label.slice(0, LABEL_LENGTH - suffix.length).trimEnd()}${suffix}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/**
 * One RACDCERT command. `labels` are those the text holds: one that cannot be typed on a terminal makes the
 * step one for the hand, because the command would not mean what it shows.
 */
export function racdcert(labels: readonly string[], text: string): MendStep {
  if (labels.every(isPrintable)) return { kind: 'tso', text: `RACDCERT ${text}` };
  return byHand(
    'the label holds characters that cannot be typed: choose the certificate by SERIALNUMBER and ALTER its label first',
  );
}

export function genReq({ owner, label }: StoreAddress): MendStep {
  return racdcert([label], `${ownerText(owner)} GENREQ(LABEL(${quote(label)})) DSN(${REQUEST_DATA_SET})`);
}

/** Signs the request made by `genReq`; `operands` follow the signer. */
export function signRequest(at: StoreAddress, signer: StoreAddress, operands = ''): MendStep {
  const text = `${ownerText(at.owner)} GENCERT(${REQUEST_DATA_SET}) SIGNWITH(${signerText(signer)})`;
  return racdcert([signer.label], operands === '' ? text : `${text} ${operands}`);
}

/** What is left to do when the signer is not in the store; `operands` say in words of RACDCERT what to ask for. */
export function signOutside(at: StoreAddress, issuer: string, operands: string): readonly MendStep[] {
  const wanted = operands === '' ? '' : `, with what ${operands} stands for`;
  return [
    byHand(`have ${issuer} sign the request in ${REQUEST_DATA_SET}${wanted}; put the answer in ${ANSWER_DATA_SET}`),
    racdcert([], `${ownerText(at.owner)} ADD(${ANSWER_DATA_SET}) TRUST`),
  ];
}

export function rekey(at: StoreAddress, newLabel: string, operands: string): MendStep {
  return racdcert(
    [at.label, newLabel],
    `${ownerText(at.owner)} REKEY(LABEL(${quote(at.label)})) ${operands} WITHLABEL(${quote(newLabel)})`,
  );
}

export function rollover(at: StoreAddress, newLabel: string): MendStep {
  return racdcert(
    [at.label, newLabel],
    `${ownerText(at.owner)} ROLLOVER(LABEL(${quote(at.label)})) NEWLABEL(${quote(newLabel)})`,
  );
}

export function alterTrust(owner: Owner, label: string): MendStep {
  return racdcert([label], `${ownerText(owner)} ALTER(LABEL(${quote(label)})) TRUST`);
}

/** Connects to a ring; `operands` such as `USAGE(CERTAUTH)` or `USAGE(PERSONAL) DEFAULT`. */
export function connect(
  ring: { owner: string; name: string },
  owner: Owner,
  label: string,
  operands: string,
): MendStep {
  return ringCommand('CONNECT', ring, owner, label, ` ${operands}`);
}

export function remove(ring: { owner: string; name: string }, owner: Owner, label: string): MendStep {
  return ringCommand('REMOVE', ring, owner, label, '');
}

function ringCommand(
  verb: 'CONNECT' | 'REMOVE',
  ring: { owner: string; name: string },
  owner: Owner,
  label: string,
  operands: string,
): MendStep {
  if (!isRingName(ring.name) || !isPrintable(ring.name)) return byHand(`${verb} in a ring whose name cannot be typed`);
  return racdcert(
    [label],
    `ID(${ring.owner}) ${verb}(${ownerText(owner)} LABEL(${quote(label)}) RING(${ring.name})${operands})`,
  );
}

/** Inside SIGNWITH a user's own certificate goes by its label alone. */
function signerText(signer: StoreAddress): string {
  const label = `LABEL(${quote(signer.label)})`;
  return signer.owner.kind === 'user' ? label : `${ownerText(signer.owner)} ${label}`;
}
