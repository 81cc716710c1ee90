/** A folder of files that makes stunnel speak TLS 1.3 with a leaf of ours: configuration, chain, key, anchors. */
import { isIP } from 'node:net';
import { RingtoolError } from '../core/errors.ts';
import { writePem } from './armor.ts';
import { fillTemplate } from './template.ts';

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

/**
 * The files of a bundle: `stunnel.conf`, `<name>.crt.pem`, `<name>.key.pem`, `<name>.ca.pem`.
 *
 * Throws `bundle/no-key`, `bundle/incomplete-chain` (nothing to verify the partner with) or `bundle/bad-value`.
 */
export function stunnelBundle(input: StunnelBundleInput): readonly BundleFile[] {
  const { leaf, intermediates, anchors, pkcs8 } = input;
  if (pkcs8 === null) throw new RingtoolError('bundle/no-key', 'stunnel needs the private key of the certificate');
  if (anchors.length === 0) {
    throw new RingtoolError('bundle/incomplete-chain', 'there is no authority to verify the partner with', {
      hint: 'connect the CA certificate of the partner to the ring',
    });
  }
  const name = fileNameOf(input.name ?? input.label);
  const chain = [leaf, ...intermediates].map((der) => writePem('CERTIFICATE', der)).join('');
  const roots = anchors.map((der) => writePem('CERTIFICATE', der)).join('');
  return [
    text('stunnel.conf', configuration(input, name), 0o644),
    text(`${name}.crt.pem`, chain, 0o644),
    text(`${name}.key.pem`, writePem('PRIVATE KEY', pkcs8), 0o600),
    text(`${name}.ca.pem`, roots, 0o644),
  ];
}

function configuration(input: StunnelBundleInput, name: string): string {
  const { role, log = 'syslog', folder } = input;
  const service = checkService(input.service);
  const accept = checkEndpoint('accept', input.accept);
  const connect = checkEndpoint('connect', input.connect);
  if (placeOf(accept) === placeOf(connect)) {
    throw badValue('connect', connect, 'it is where stunnel listens: a tunnel into itself');
  }
  const prefix = folder === undefined ? '' : `${checkFolder(folder).replace(/\/+$/, '')}/`;
  const file = (kind: string): string => `${prefix}${name}.${kind}.pem`;
  const identity = role === 'client' ? identityOf(input) : { checkHost: null, checkIp: null };
  const host = hostOf(connect);
  return fillTemplate(input.template, {
    service,
    role,
    name,
    accept,
    connect,
    cert: file('crt'),
    key: file('key'),
    ca: file('ca'),
    files:
      folder === undefined
        ? 'Start it in the folder of the files: their names are relative.'
        : `Its files lie in ${folder}.`,
    syslog: log === 'syslog' ? 'yes' : null,
    foreground: log === 'foreground' ? 'yes' : null,
    client: role === 'client' ? 'yes' : null,
    ...identity,
    // stunnel asks for the name it connects to; an address is no name to ask for.
    sni: identity.checkHost !== null && (host === null || isIP(host) !== 0) ? identity.checkHost : null,
  });
}

/** Whom the server's certificate must name. Without this any certificate of the same authority would do. */
function identityOf(input: StunnelBundleInput): { readonly checkHost: string | null; readonly checkIp: string | null } {
  const { checkHost, checkIp } = input;
  if (checkHost !== undefined || checkIp !== undefined) {
    return {
      checkHost: checkHost === undefined ? null : checkHostName(checkHost),
      checkIp: checkIp === undefined ? null : checkAddress(checkIp),
    };
  }
  const host = hostOf(input.connect);
  if (host === null)
    throw badValue('connect', input.connect, 'name the host, or say which name the certificate must carry');
  return isIP(host) === 0 ? { checkHost: checkHostName(host), checkIp: null } : { checkHost: null, checkIp: host };
}

/** The host of `host:port`; null for a port alone. stunnel takes the last colon, so IPv6 stands without brackets. */
function hostOf(endpoint: string): string | null {
  const colon = endpoint.lastIndexOf(':');
  return colon === -1 ? null : endpoint.slice(0, colon);
}

/** A file name of letters that every system takes; `CN=x / y` becomes `cn-x-y`. */
export function fileNameOf(label: string): string {
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? 'certificate' : name.slice(0, 64);
}

// A value ends at the line's end, and a section name at its bracket: what could end either early is refused here.

function checkService(service: string): string {
  if (/^[\x21-\x5a\x5c\x5e-\x7e](?:[\x20-\x5a\x5c\x5e-\x7e]{0,62}[\x21-\x5a\x5c\x5e-\x7e])?$/.test(service))
    return service;
  throw badValue('service', service, 'up to 64 printable characters without [ and ], no blank at either end');
}

function checkEndpoint(what: string, endpoint: string): string {
  const host = hostOf(endpoint);
  const port = endpoint.slice(endpoint.lastIndexOf(':') + 1);
  const portFits = /^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535;
  if (portFits && (host === null || isIP(host) !== 0 || HOST.test(host))) return endpoint;
  throw badValue(what, endpoint, 'write host:port or port');
}

/** RFC 1123 2.1, and the underscore that inside names have. */
const HOST = /^(?=.{1,253}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*$/;

function checkHostName(host: string): string {
  if (HOST.test(host)) return host;
  throw badValue('checkHost', host, 'write a DNS name');
}

function checkAddress(address: string): string {
  if (isIP(address) !== 0 && !address.includes('%')) return address;
  throw badValue('checkIP', address, 'write an IPv4 or IPv6 address');
}

function checkFolder(folder: string): string {
  if (/^\/[\x21-\x7e\x80-\uffff](?:[\x20-\x7e\x80-\uffff]*[\x21-\x7e\x80-\uffff])?$|^\/$/.test(folder)) return folder;
  throw badValue('folder', folder, 'write an absolute path without control characters');
}

function badValue(what: string, value: string, hint: string): RingtoolError {
  return new RingtoolError(
    'bundle/bad-value',
    `${what} ${JSON.stringify(value)} cannot stand in a stunnel configuration`,
    { hint },
  );
}

function text(name: string, content: string, mode: number): BundleFile {
  return { name, bytes: new TextEncoder().encode(content), mode };
}

/** An endpoint with the host that stunnel takes where none is named, in one spelling. */
function placeOf(endpoint: string): string {
  const host = hostOf(endpoint) ?? '127.0.0.1';
  return `${host === 'localhost' ? '127.0.0.1' : host.toLowerCase()} ${endpoint.slice(endpoint.lastIndexOf(':') + 1)}`;
}
