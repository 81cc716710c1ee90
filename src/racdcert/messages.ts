/**
 * What RACDCERT says: every text once, with its severity, return code, and how sure we are of it.
 *
 * RACF Messages and Codes, "IRRD messages". Two sentences stand two blanks apart, as terminals show them.
 * Conditions whose real message is not known have ringtool's own prefix RNGT, never a guessed IRRD number.
 */
import { entry, type InsertsOf, type Message, type MessageText, sayFrom } from '../core/message.ts';

export const MESSAGES = {
  // Allocation's own message, which RACDCERT is believed to let through.
  IKJ56228I: entry('DATA SET {name} NOT IN CATALOG OR CATALOG CAN NOT BE ACCESSED', 'assumed'),
  IRRD101I: entry('You are not authorized to issue the RACDCERT command.', 'seen'),
  IRRD102I: entry('The user ID specified is not defined to RACF.', 'assumed'),
  IRRD103I: entry('An error was encountered processing the specified input data set.', 'assumed'),
  IRRD104I: entry('The input data set does not contain a valid certificate.', 'assumed'),
  // {owner} reads `user WEBSRV`; the forms for CERTAUTH and SITE are assumed.
  IRRD105I: entry('No certificate information was found for {owner}.', 'seen'),
  IRRD107I: entry('No matching certificate was found for this user.', 'seen'),
  IRRD109I: entry('The certificate cannot be added.  Profile {profile} is already defined.', 'seen'),
  IRRD113I: entry('The certificate that you are adding is self-signed.', 'seen', 0),
  IRRD114I: entry('Ring {ring} does not exist.', 'documented'),
  IRRD115I: entry('User {user} has no rings.', 'documented', 4),
  IRRD116I: entry('Label {label} does not exist in ring {ring} for user {user}.', 'documented'),
  IRRD120I: entry('Incorrect use of {keyword}.  A {kind} cannot own a key ring.', 'documented'),
  IRRD121I: entry('A ring name and label name must be specified.', 'documented'),
  IRRD122I: entry('Ring {ring} already exists.', 'assumed'),
  IRRD128I: entry(
    '{function} requires a certificate with an associated private key.  The request is not processed.',
    'documented',
  ),
  IRRD130I: entry('The {keyword} keyword(s) must be specified.  The request is not processed.', 'documented'),
  IRRD133I: entry(
    'The NOTBEFORE value must be earlier than the NOTAFTER value.  The certificate is not created.',
    'documented',
  ),
  IRRD136I: entry('MULTIID cannot be used for the function specified.', 'documented'),
  IRRD140I: entry('The filter value does not begin with a valid prefix.', 'documented'),
  IRRD141I: entry('The starting point specified for {filter} is not found in the certificate.', 'documented'),
  IRRD142I: entry('The starting point specified for {filter} results in a filter that is too long.', 'documented'),
  IRRD146I: entry("SDNFILTER cannot be specified with a partial issuer's name filter.", 'documented'),
  IRRD147I: entry(
    'EXPORT in PKCS12 format requires a certificate with an associated non-ICSF private key.  The request is not processed.',
    'seen',
  ),
  IRRD156I: entry('Keyusage is incompatible with Key algorithm.', 'documented'),
  IRRD160I: entry('WITHLABEL value cannot be used as a PKDS label.', 'documented'),
  IRRD165I: entry('Cryptoz processing is not operational.  The request is not processed.', 'documented'),
  IRRD169I: entry('A token name and a label name or a sequence number must be specified.', 'documented'),
  IRRD174I: entry(
    'Token {token} contains object(s) that are not supported by RACF.  The request is not processed.',
    'documented',
  ),
  IRRD175I: entry(
    'The new profile for {class} will not be in effect until a SETROPTS REFRESH has been issued.',
    'seen',
    0,
  ),
  IRRD179I: entry('A token name and a label name must be specified.', 'documented'),
  IRRD191I: entry('Insufficient authorization to ICSF key label.', 'documented'),
  IRRD192I: entry('The specified key label does not exist.', 'documented'),
  IRRD194I: entry('The key type that corresponds to this PKDS label is not supported.', 'documented'),
  // {owner} as in IRRD105I.
  IRRD199I: entry("Certificate with label '{label}' is added for {owner}.", 'seen', 0),
  IRRD302I: entry('A problem was found while checking the certificate.', 'assumed'),

  RNGT001I: entry('The label specified is already in use.', 'own'),
  RNGT002I: entry('The certificate cannot replace the existing certificate because the owner is different.', 'own'),
  RNGT003I: entry('The certificate is added with NOTRUST status because its issuer is not defined.', 'own', 4),
  RNGT004I: entry('The certificate is added with NOTRUST status because its issuer is not trusted.', 'own', 4),
  RNGT005I: entry(
    'The certificate is added with NOTRUST status because it is not within its validity period.',
    'own',
    4,
  ),
  RNGT006I: entry(
    'The certificate is added with NOTRUST status because its signature algorithm is not supported.',
    'own',
    4,
  ),
  RNGT007I: entry("The certificate's signature cannot be verified.  The certificate is not added.", 'own'),
  RNGT008I: entry('The password is missing or incorrect for the certificate package.', 'own'),
  RNGT009I: entry('The certificate was used to generate a request.  Specify FORCE to delete it.', 'own'),
  RNGT010I: entry("The certificate's validity period is not within that of the signing certificate.", 'own', 4),
  RNGT011I: entry('The request data set does not contain a valid certificate request.', 'own'),
  RNGT012I: entry('The request cannot be used for a certificate authority certificate.', 'own'),
  RNGT013I: entry('The key size specified is not valid for the key type.', 'own'),
  RNGT014I: entry('The certificate chain is incomplete; the package contains {count} certificate(s).', 'own', 4),
  RNGT015I: entry('The new certificate is not a valid successor.  Specify FORCE to override.', 'own'),
  RNGT016I: entry('A mapping with this filter already exists.', 'own'),
  RNGT017I: entry('No matching mapping was found.', 'own'),
  RNGT018I: entry('Token {token} already exists.', 'own'),
  RNGT019I: entry('Token {token} does not exist.', 'own'),
  RNGT020I: entry('Certificate with subject {subject} is already defined and was skipped.', 'own', 0),
  RNGT022I: entry('The signing certificate has expired or is not trusted.', 'own', 4),
  RNGT023I: entry('The certificate is trusted as requested, but its issuer is not defined.', 'own', 0),
  RNGT024I: entry('The certificate is not within its validity period.', 'own', 0),
  RNGT025I: entry(
    'The certificate package is encrypted with {algorithm}, which is not supported before z/OS 3.2.',
    'own',
  ),
  RNGT026I: entry('Data set {name} is larger than ringtool reads, and is not processed.', 'own'),
  RNGT027I: entry('Data set {name} is empty.', 'own'),
  RNGT028I: entry(
    'The certificate package asks for more than {limit} iterations to open it, and is not processed.',
    'own',
  ),
  RNGT029I: entry('The certificate package is protected in a way that is not supported.', 'own'),
  RNGT030I: entry("The subject's name is longer than 1024 characters.", 'own'),
  RNGT031I: entry('The request data set does not carry a name; SUBJECTSDN must be specified.', 'own'),
  RNGT032I: entry('Keys of the kind {kind} are not supported by RACF.', 'own'),
  RNGT033I: entry('The PKDS label specified is already in use.', 'own'),
  RNGT034I: entry('More than one certificate matches.  Specify LABEL, or SERIALNUMBER and ISSUERSDN.', 'own'),
  RNGT035I: entry('{keyword} is a keyword from z/OS {level} on: --level {level}.', 'own', 0),
  // Why IRRD102I.
  RNGT036I: entry(
    'User {user} is not defined in this store, which knows its users since the first ADDUSER: ADDUSER {user} defines it.',
    'own',
    0,
  ),
  RNGT037I: entry(
    'User {user} is not defined in this store, whose settings demand it ("strictUsers"): ADDUSER {user} defines it.',
    'own',
    0,
  ),
  RNGT038I: entry("The {extension} extension of certificate '{label}' of {owner} cannot be read.", 'own'),
  RNGT039I: entry("The private key of certificate '{label}' of {owner} cannot sign with {algorithm}.", 'own'),
  RNGT040I: entry(
    'Make it with: openssl pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 ...; or rehearse z/OS 3.2: --level 3.2.',
    'own',
    0,
  ),
  // tokens and ICSF keys: 041 to 054
  RNGT041I: entry(
    'The private key of the certificate is in the PKA key data set.  The certificate is not bound.',
    'own',
  ),
  RNGT042I: entry('The DSA key of the certificate is longer than 1024 bits.  The certificate is not bound.', 'own'),
  RNGT043I: entry('The private key stays in token {token}; the certificate is bound without it.', 'own', 0),
  RNGT044I: entry('Token {token} holds the private key of a certificate in RACF.  Specify FORCE to delete it.', 'own'),
  RNGT045I: entry('No tokens are defined.', 'own', 4),
  RNGT046I: entry('No matching certificate was found in token {token}.', 'own'),
  RNGT047I: entry(
    'RACF does not hold the private key of the certificate.  Specify FORCE to remove it from token {token}.',
    'own',
  ),
  RNGT048I: entry('A token name and a sequence number must be specified.', 'own'),
  RNGT049I: entry('The private key stays in token {token} and cannot be put into the PKA key data set.', 'own'),
  RNGT050I: entry('Class CRYPTOZ is not active: SETROPTS CLASSACT(CRYPTOZ).', 'own', 0),
  RNGT051I: entry('What the token holds, with sequence numbers: RACDCERT LISTTOKEN({token}).', 'own', 0),
  RNGT052I: entry("Certificate '{label}' of {owner} has no private key any more: it was in the token.", 'own', 0),
  // mappings, LISTCHAIN, CHECKCERT: 055 to 069
  RNGT055I: entry('{keyword} cannot be used with {function}: a mapping belongs to a user or to MULTIID.', 'own'),
  RNGT056I: entry('{keyword} requires MULTIID.', 'own'),
  RNGT057I: entry('More than one mapping exists.  Specify LABEL.', 'own'),
  RNGT058I: entry('Certificate {number} of the data set cannot be read: {reason}.', 'own'),
  RNGT059I: entry('The signature of certificate {number} is not that of its issuer in the data set.', 'own'),
  RNGT060I: entry('The data set holds {count} more certificate(s), which are not part of this chain.', 'own', 0),
  RNGT061I: entry(
    'The certificate is added with NOTRUST status because the certificate defined for its issuer has another key.',
    'own',
    4,
  ),
  RNGT062I: entry(
    'The certificate is trusted as requested, but the certificate defined for its issuer has another key.',
    'own',
    0,
  ),
  RNGT070I: entry(
    'REKEY copies the key usage, which does not go with a {kind} key.  GENCERT with KEYUSAGE makes another certificate.',
    'own',
    0,
  ),
  RNGT071I: entry('The certificate has no name of its own, and so cannot sign itself.', 'own'),
  // Why RNGT015I.
  RNGT072I: entry('Both labels name the same certificate.', 'own', 0),
  RNGT073I: entry('The old certificate has no private key to retire.', 'own', 0),
  RNGT074I: entry('The new certificate has no private key.', 'own', 0),
  RNGT075I: entry("The new certificate has another subject's name.", 'own', 0),

  // Authority, when it is enforced: what was missing, and what would help.
  RNGT080I: entry(
    'User {user} needs {access} access to {resource} in class {class}, and has {has} by profile {profile}.',
    'own',
    0,
  ),
  RNGT081I: entry(
    'User {user} needs {access} access to {resource} in class {class}, which no profile protects, and that means no. RDEFINE {class} {typed} UACC(NONE), then PERMIT {typed} CLASS({class}) ID({user}) ACCESS({access})',
    'own',
    0,
  ),
  RNGT082I: entry('PERMIT {profile} CLASS({class}) ID({user}) ACCESS({access})', 'own', 0),
  RNGT090I: entry(
    'RDEFINE {class} {typed} UACC(NONE), then PERMIT {typed} CLASS({class}) ID({user}) ACCESS({access}); a PERMIT to {profile} would open all that it protects',
    'own',
    0,
  ),
  RNGT083I: entry(
    'User {user} is not defined in this store: only entries for {user} itself and UACC count. ADDUSER defines it.',
    'own',
    0,
  ),
  RNGT084I: entry(
    'Profile IRR.RACDCERT.GRANULAR is defined: class RDATALIB decides about certificates and rings, not FACILITY.',
    'own',
    0,
  ),
  RNGT085I: entry('ICSF does not allow this use of token {token}.', 'own'),
  RNGT086I: entry(
    'User {user} needs {access} access to {resource} in class {class}, and has it in the database, but not yet in storage: SETROPTS RACLIST({class}) REFRESH',
    'own',
    0,
  ),
  RNGT087I: entry('Class {class} is kept in storage: afterwards SETROPTS RACLIST({class}) REFRESH', 'own', 0),
  RNGT088I: entry(
    'User {user} needs {access} access to {resource} in class {class}, and has {has}: it passes only because profile {profile} is in WARNING mode.',
    'own',
    0,
  ),
  RNGT089I: entry(
    'User {user} may not list {count} of the certificates in RACF that belong to the tokens: their labels and owners are not shown.',
    'own',
    0,
  ),
} as const satisfies Readonly<Record<string, MessageText>>;

export type MessageId = keyof typeof MESSAGES;

/** A message with exactly the inserts its text has slots for. */
export const say = sayFrom(MESSAGES);

/** The same message from a listing, where "nothing found" is a warning (4) and not a failure (8). */
export function sayWithCode<Id extends MessageId>(
  id: Id,
  inserts: InsertsOf<(typeof MESSAGES)[Id]['text']>,
  returnCode: MessageText['returnCode'],
): Message {
  return { ...say(id, inserts), returnCode };
}
