/** What a file or data set holds, told by its content and never by its name. */

/** How the bytes lay in the file: as they are, between PEM markers, or as bare Base64. */
export type Encoding = 'der' | 'pem' | 'base64';

/** The code in which text was written; null for binary. */
export type Charset = 'utf-8' | 'utf-16' | 'ebcdic' | null;

export type PrivateKeyFormat = 'pkcs8' | 'pkcs8-encrypted' | 'pkcs1' | 'sec1' | 'dsa' | 'openssh' | 'pem-encrypted';

/** A private key as found; `bytes` is what stood inside the armour. */
export interface FoundKey {
  readonly format: PrivateKeyFormat;
  readonly bytes: Uint8Array;
}

interface Found {
  readonly encoding: Encoding;
  readonly charset: Charset;
}

export type Content =
  | ({ readonly kind: 'certificates'; readonly ders: readonly Uint8Array[]; readonly keys: readonly FoundKey[] } & Found)
  | ({ readonly kind: 'pkcs7'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'pkcs12'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'request'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'private-key'; readonly key: FoundKey } & Found)
  | { readonly kind: 'unknown'; readonly reason: string };

/** Says what `bytes` holds. Never throws. */
export function recognise(_bytes: Uint8Array): Content {
  return { kind: 'unknown', reason: 'not built yet' };
}
