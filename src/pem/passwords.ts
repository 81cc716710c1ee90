/**
 * One password as the bytes that different producers make of it.
 *
 * RFC 7292 B.1 wants a BMPString with two zero bytes at its end; PBES2 takes UTF-8 (RFC 8018 has no rule). An empty
 * password is written as the two zero bytes or as nothing at all. Each list has the right form first, then the
 * forms of producers that got it wrong; plain ASCII passwords have one classic form.
 */
export interface PasswordForms {
  /** For the derivation of PKCS #12 itself. */
  readonly classic: readonly Uint8Array[];
  /** For PBKDF1, PBKDF2 and scrypt. */
  readonly text: readonly Uint8Array[];
}

export function passwordForms(password: string): PasswordForms {
  const utf8 = Buffer.from(password, 'utf8');
  const classic = bmpPassword(password);
  if (password === '') return { classic: [classic, new Uint8Array(0)], text: [utf8] };
  const plain = utf8.length === password.length;
  return {
    // OpenSSL before 1.1.0 widened each byte of the UTF-8 form.
    classic: plain ? [classic] : [classic, bmpPassword(utf8.toString('latin1'))],
    // NSS used the BMPString for PBES2 too; Windows code pages resemble Latin 1.
    text: plain ? [utf8, classic] : [utf8, classic, Buffer.from(password, 'latin1')],
  };
}

/** Big-endian UTF-16 with two zero bytes at the end: the password of RFC 7292 B.1. */
export function bmpPassword(password: string): Uint8Array {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}
