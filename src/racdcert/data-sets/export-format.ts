/**
 * The six formats of EXPORT as data: what is inside, and the markers of the text forms.
 *
 * RACF Command Language Reference, "RACDCERT EXPORT".
 */
import { atLeast, type Release } from '../../core/release.ts';
import type { Pkcs12Profile } from '../../pem/pkcs12-writer.ts';

export interface ExportFormat {
  readonly content: 'certificate' | 'pkcs7' | 'pkcs12';
  readonly text: boolean;
}

export const EXPORT_FORMATS = {
  CERTB64: { content: 'certificate', text: true },
  CERTDER: { content: 'certificate', text: false },
  PKCS7B64: { content: 'pkcs7', text: true },
  PKCS7DER: { content: 'pkcs7', text: false },
  PKCS12B64: { content: 'pkcs12', text: true },
  PKCS12DER: { content: 'pkcs12', text: false },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

/** The format when FORMAT is not written. */
export function defaultFormat(password: string | undefined): ExportFormatName {
  return password === undefined ? 'CERTB64' : 'PKCS12DER';
}

/**
 * Old releases put CERTIFICATE around packages as well. From which release the markers say what is inside is
 * not known; every reader of ours takes both.
 */
const OWN_MARKERS_SINCE: Release = '2.3';
const MARKERS = { certificate: 'CERTIFICATE', pkcs7: 'PKCS7', pkcs12: 'PKCS12' } as const;

/** What stands after BEGIN and END in the text form. */
export function markerOf(content: ExportFormat['content'], level: Release): string {
  return MARKERS[atLeast(level, OWN_MARKERS_SINCE) ? content : 'certificate'];
}

/** z/OS 3.2 encrypts packages with AES; releases before it with triple DES. */
export function packageProfile(level: Release): Pkcs12Profile {
  return atLeast(level, '3.2') ? 'modern' : 'zos';
}
