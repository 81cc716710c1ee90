/**
 * Messages of the neighbourhood that RACDCERT does not say here: other services' twins, prompts, the console's, and
 * numbers that exist and whose text is not known. `ringtool about fidelity` shows them; nothing says them.
 *
 * RACF Messages and Codes, "R_PKIServ callable service messages"; TSO/E Messages.
 */
import type { Confidence } from '../../core/message.ts';

export interface NeverSaid {
  readonly id: string;
  /** Null where the text is not known. */
  readonly text: string | null;
  readonly confidence: Confidence;
  /** Who says it on z/OS, and what stands in its place here. */
  readonly why: string;
}

function many(why: string, confidence: Confidence, texts: Readonly<Record<string, string | null>>): NeverSaid[] {
  return Object.entries(texts).map(([id, text]) => ({ id, text, confidence, why }));
}

export const NEVER_SAID: readonly NeverSaid[] = [
  ...many('its text is not known: RNGT034I stands for it', 'assumed', { IRRD108I: null }),
  ...many('their texts are not known: RNGT003I to RNGT007I stand for them', 'assumed', {
    IRRD110I: null,
    IRRD111I: null,
    IRRD112I: null,
  }),
  ...many('of limits on exported cryptography that are gone', 'documented', {
    IRRD159I:
      'The key size requires the use of a PCI Cryptographic Coprocessor.  The PCICC keyword must be specified.  The request is not processed.',
  }),
  ...many('said by the callable service R_PKIServ, not by RACDCERT', 'documented', {
    IRRD201I: 'Subject name missing from certificate request.',
    IRRD202I: 'Hostid mapping information is too large.',
    IRRD203I: "Subject's name exceeds the maximum allowed.",
    IRRD204I: '"PublicKey" encoding is not valid.',
    IRRD205I: '"PublicKey" encoding does not have a valid signature.',
    IRRD206I: '"PublicKey" encoding contains an unsupported encryption algorithm.',
    IRRD207I: 'Incorrect KeyUsage specified.',
    IRRD208I: 'AuthorityInfoAccess extension information is too large.',
    IRRD209I: 'Autorenew specified without NotifyEmail',
    IRRD210I: 'Key generation incompatible with critical custom extension.',
  }),
  ...many('a prompt: commands are read without prompting, and end', 'assumed', {
    IKJ56700A: 'ENTER {item} -',
    IKJ56703A: 'REENTER THIS OPERAND+ -',
  }),
  ...many('of positional operands, which RACDCERT does not have', 'documented', {
    IKJ56713I: 'INVALID VALUE, {value}',
  }),
  ...many('written to the security console when an access check fails', 'assumed', {
    ICH408I: 'USER({user}) GROUP({group}) NAME({name}) ... INSUFFICIENT ACCESS AUTHORITY ...',
  }),
  ...many('written to the security console at logon with an unknown certificate', 'documented', {
    ICH408I:
      'DIGITAL CERTIFICATE IS NOT DEFINED. CERTIFICATE SERIAL NUMBER ({serial}) SUBJECT({subject}) ISSUER({issuer}).',
  }),
  ...many('said by RACMAP, not by LISTMAP', 'seen', {
    IRRW204I: 'No information was found for user',
    IRRW206I: 'No matching identity mapping was found for this user.',
    IRRW210I: null,
  }),
];
