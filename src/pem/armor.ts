/** PEM text armour: RFC 7468, with the RFC 1421 headers of old encrypted keys. */
import { RingtoolError } from '../core/errors.ts';

/** One block between BEGIN and END. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, ... as it stands between `-----BEGIN ` and `-----`. */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** `Proc-Type`, `DEK-Info`, ...; names as written. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Every block of a text, in order; an empty list when there is none. */
export function readPemBlocks(_input: string | Uint8Array, _options: { readonly maxBlocks?: number } = {}): readonly PemBlock[] {
  throw new RingtoolError('pem/no-block', 'not built yet');
}

/** A block with lines of 64 characters, ending in a newline. */
export function writePem(_label: string, _bytes: Uint8Array): string {
  throw new RingtoolError('pem/no-block', 'not built yet');
}
