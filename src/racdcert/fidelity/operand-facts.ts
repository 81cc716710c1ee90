/**
 * Facts about the operands of RACDCERT that stand at the top level, and about the keywords inside them.
 *
 * RACF Command Language Reference, the topics named. Complete by type: an operand without its fact does not compile.
 */
import { factsOf, type OperandFact } from './fact.ts';
import type { OPERANDS } from '../operands.ts';
import type { OperandName } from '../function.ts';
import type { ValueOf } from '../../tso/operand.ts';

/** The keywords inside an operand: `SUBJECTSDN(CN)`. */
type InnerName<K extends OperandName> =
  NonNullable<ValueOf<(typeof OPERANDS)[K]>> extends infer V
    ? V extends readonly unknown[] | string | number | boolean
      ? never
      : `${K}(${keyof V & string})`
    : never;

export type OperandPath = OperandName | { [K in OperandName]: InnerName<K> }[OperandName];

const any = factsOf('RACDCERT');
const add = factsOf('RACDCERT ADD');
const alter = factsOf('RACDCERT ALTER');
const exporting = factsOf('RACDCERT EXPORT');
const gencert = factsOf('RACDCERT GENCERT');
const map = factsOf('RACDCERT MAP');
const altmap = factsOf('RACDCERT ALTMAP');

export const OPERAND_FACTS: Readonly<Record<OperandPath, OperandFact>> = {
  ID: any('documented', 'the user who owns the certificate, ring or mapping', 'the issuing user'),
  CERTAUTH: any('documented', 'the certificate-authority pool owns the certificate', 'the issuing user'),
  SITE: any('documented', 'the site pool owns the certificate', 'the issuing user'),
  MULTIID: any('documented', 'a mapping to users whom criteria choose; for mapping functions only', 'the issuing user'),

  TRUST: add('assumed', 'the certificate or mapping may be used', 'worked out by ADD; NOTRUST for MAP'),
  NOTRUST: add('assumed', 'the certificate or mapping is not used', 'worked out by ADD; NOTRUST for MAP'),
  HIGHTRUST: add('seen', 'as TRUST, and what it signed is trusted as well; for CERTAUTH', 'worked out by ADD'),
  WITHLABEL: any('documented', 'label of what is made: 1 to 32 characters', 'LABELnnnnnnnn, the first that is free'),
  NEWLABEL: alter('assumed', 'the new label; for ROLLOVER, which needs it, that of the successor', 'the label stays'),

  DSN: exporting('assumed', 'the data set to write; one that is there is replaced'),
  FORMAT: exporting('assumed', 'what is written', 'CERTB64; PKCS12DER when PASSWORD is given'),
  PASSWORD: exporting('seen', 'password of the PKCS #12 package, case-sensitive, up to 255 characters'),

  SUBJECTSDN: gencert('assumed', "the subject's distinguished name", 'the name in the request data set'),
  'SUBJECTSDN(CN)': gencert('seen', 'common name, up to 64 characters'),
  'SUBJECTSDN(T)': gencert('seen', 'title, up to 64 characters'),
  'SUBJECTSDN(OU)': gencert('seen', 'organizational units, up to 64 characters each'),
  'SUBJECTSDN(O)': gencert('seen', 'organization, up to 64 characters'),
  'SUBJECTSDN(L)': gencert('seen', 'locality, up to 64 characters'),
  'SUBJECTSDN(SP)': gencert('documented', 'state or province, up to 64 characters'),
  'SUBJECTSDN(C)': gencert('documented', 'country, two letters'),
  SIZE: gencert('assumed', 'size of the key in bits', 'by kind of key and release; for REKEY as the original'),
  NOTBEFORE: gencert('seen', 'when validity begins, local time', 'today at 00:00:00'),
  'NOTBEFORE(DATE)': gencert('documented', 'the day: yyyy-mm-dd or yyyy/mm/dd', 'today'),
  'NOTBEFORE(TIME)': gencert('documented', 'the time: hh:mm:ss', '00:00:00'),
  NOTAFTER: gencert('seen', 'when validity ends, local time', 'a year after the first day at 23:59:59'),
  'NOTAFTER(DATE)': gencert('documented', 'the day: yyyy-mm-dd or yyyy/mm/dd', 'a year after the first day'),
  'NOTAFTER(TIME)': gencert('documented', 'the time: hh:mm:ss', '23:59:59'),
  SIGNWITH: gencert('assumed', 'the certificate whose key signs', 'the new certificate signs itself'),
  'SIGNWITH(CERTAUTH)': gencert('seen', 'the signer belongs to CERTAUTH', 'the owner, else the issuing user'),
  'SIGNWITH(SITE)': gencert('documented', 'the signer belongs to SITE', 'the owner, else the issuing user'),
  'SIGNWITH(LABEL)': gencert('documented', 'label of the signer'),
  KEYUSAGE: gencert('assumed', 'what the key may be used for', 'as the request says; CERTSIGN for CERTAUTH'),
  'KEYUSAGE(HANDSHAKE)': gencert('assumed', 'digital signatures, and for RSA key encipherment'),
  'KEYUSAGE(DATAENCRYPT)': gencert('assumed', 'data encipherment; RSA only'),
  'KEYUSAGE(DOCSIGN)': gencert('assumed', 'non-repudiation'),
  'KEYUSAGE(CERTSIGN)': gencert('assumed', 'signing certificates and revocation lists'),
  'KEYUSAGE(KEYAGREE)': gencert('assumed', 'key agreement; elliptic curves only'),
  ALTNAME: gencert('assumed', "the subject's alternative names", 'those of the request'),
  'ALTNAME(IP)': gencert('assumed', 'an IP address'),
  'ALTNAME(DOMAIN)': gencert('assumed', 'a domain name, up to 100 characters'),
  'ALTNAME(EMAIL)': gencert('assumed', 'an e-mail address, up to 100 characters'),
  'ALTNAME(URI)': gencert('assumed', 'a URI, up to 255 characters'),
  'ALTNAME(AIP)': gencert('seen', 'IP addresses; from z/OS 3.2 on'),
  'ALTNAME(ADOMAIN)': gencert('seen', 'domain names, up to 250 characters each; from z/OS 3.2 on'),
  'ALTNAME(AEMAIL)': gencert('seen', 'e-mail addresses, up to 250 characters each; from z/OS 3.2 on'),
  'ALTNAME(AURI)': gencert('seen', 'URIs, up to 250 characters each; from z/OS 3.2 on'),

  RSA: gencert('assumed', 'an RSA key of 512 to 4096 bits', 'RSA in the database; for REKEY as the original'),
  'RSA(PKDS)': gencert('documented', 'the key goes to the PKDS under this label, * that of WITHLABEL, or one made up'),
  'RSA(TOKEN)': gencert('assumed', 'the key goes to this token; from z/OS 2.1 on'),
  NISTECC: gencert('assumed', 'a key on a NIST curve: 192, 224, 256, 384 or 521 bits'),
  'NISTECC(PKDS)': gencert('documented', 'as for RSA; from z/OS 1.13 on'),
  'NISTECC(TOKEN)': gencert('assumed', 'as for RSA'),
  BPECC: gencert('assumed', 'a key on a Brainpool curve: 160, 192, 224, 256, 320, 384 or 512 bits'),
  'BPECC(PKDS)': gencert('documented', 'as for RSA; from z/OS 1.13 on'),
  'BPECC(TOKEN)': gencert('assumed', 'as for RSA'),
  DSA: gencert('assumed', 'a DSA key of up to 2048 bits'),
  PKDS: add(
    'documented',
    'the key goes to the PKDS under this label, * that of WITHLABEL, or one made up',
    'the database',
  ),
  ICSF: gencert('assumed', 'an RSA key of up to 1024 bits in the PKDS, as modulus and exponent'),
  PCICC: gencert('documented', 'older spelling of RSA(PKDS)'),
  FROMICSF: gencert('assumed', 'the public key of this label in the PKDS; SIGNWITH must be there'),

  SDNFILTER: map('documented', "filter on the subject's name, or where it starts in the model's; up to 255 characters"),
  IDNFILTER: map('documented', "filter on the issuer's name, or where it starts in the model's; up to 255 characters"),
  CRITERIA: map('documented', 'template that chooses among DIGTCRIT profiles; with MULTIID only'),
  NEWCRITERIA: altmap('documented', 'the new template; with MULTIID only', 'the template stays'),

  FORCE: any('assumed', 'without the checks that protect keys: DELETE, DELTOKEN, ROLLOVER, UNBIND'),
};
