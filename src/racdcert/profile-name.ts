/**
 * DIGTCERT profile names: `serial.issuer`, as messages print them.
 *
 * RACF Security Administrator's Guide, "DIGTCERT general resource profiles". For a name beyond 246 characters
 * RACF puts a hash in its middle; where it cuts and which hash is not public, so ringtool shows the whole.
 */

/** Characters that cannot stand in a general resource name; RACF puts a cent sign in their place. */
const NOT_IN_A_NAME = /[\s,;()]/g;

/** `serial` as listed (hexadecimal), `issuer` as listed (CN first, periods between). */
export function digtcertName(serial: string, issuer: string): string {
  return `${serial}.${issuer}`.replace(NOT_IN_A_NAME, '\u00a2');
}
