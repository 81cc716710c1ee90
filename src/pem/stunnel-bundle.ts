/** A folder of files that makes stunnel speak TLS 1.3 with a leaf of ours: configuration, chain, key, anchors. */
import { RingtoolError } from '../core/errors.ts';

export interface StunnelBundleInput {
  /** Text of templates/stunnel.conf. */
  readonly template: string;
  readonly role: 'client' | 'server';
  /** RACF label of the leaf; file names are made from it unless `name` is given. */
  readonly label: string;
  /** Base of the file names. */
  readonly name?: string;
  /** DER certificates. Intermediates in order, each the issuer of the one before; no root. */
  readonly leaf: Uint8Array;
  readonly intermediates: readonly Uint8Array[];
  /** What the partner's chain must end in. */
  readonly anchors: readonly Uint8Array[];
  readonly pkcs8: Uint8Array | null;
  /** Section name; may contain blanks. */
  readonly service: string;
  /** `[host:]port`. */
  readonly accept: string;
  /** `host:port` (or a port of this machine). */
  readonly connect: string;
  /** Name or address the server's certificate must carry (client only); default the host of `connect`. */
  readonly checkHost?: string;
  readonly checkIp?: string;
  /** Folder the files will lie in on the machine that runs stunnel; default: beside the configuration. */
  readonly folder?: string;
  /** `syslog` (default: a daemon) or `foreground` (messages to stderr, for a container or a test). */
  readonly log?: 'syslog' | 'foreground';
}

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0o600 for the key, 0o644 for the rest. */
  readonly mode: number;
}

/** The files of a bundle; throws `bundle/no-key`, `bundle/incomplete-chain` or `bundle/bad-value`. */
export function stunnelBundle(_input: StunnelBundleInput): readonly BundleFile[] {
  throw new RingtoolError('bundle/no-key', 'not built yet');
}
