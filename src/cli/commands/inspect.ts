/** `ringtool inspect FILE`: what a file holds, told by its content; private keys by kind, never by value. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Content, FoundKey } from '../../pem/content.ts';
import { recognise } from '../../pem/content.ts';
import { listingName } from '../../x509/name.ts';
import { parsePublicKey } from '../../x509/public-key.ts';
import { parseRequest, verifyRequest } from '../../x509/request.ts';
import {
  certificateLines,
  type ExtensionDescription,
  describeExtensions,
  extensionLines,
  describeDer,
  type KeyDescription,
  describeKey,
  keyText,
} from '../certificate-description.ts';
import type { Command, Invocation } from '../command.ts';
import { EXIT } from '../exit.ts';
import { readUserFile } from '../../store/user-file.ts';
import { PASSWORD_OPTIONS, readPassword } from '../password.ts';
import { visibleJson } from '../visible.ts';

/** A private key as it may be shown. */
interface ShownKey {
  readonly format: string;
  readonly key: KeyDescription | null;
  readonly friendlyName: string | null;
}

interface Inspection {
  readonly file: string;
  readonly kind: string;
  readonly encoding: string;
  readonly certificates: readonly (ReturnType<typeof describeDer> & { readonly friendlyName?: string | null })[];
  readonly keys: readonly ShownKey[];
  readonly request: {
    readonly subject: string;
    readonly key: KeyDescription;
    readonly signatureAlgorithm: string;
    readonly signature: 'valid' | 'invalid' | 'unknown';
    readonly extensions: readonly ExtensionDescription[];
  } | null;
  /** Algorithms of a PKCS #12 package. */
  readonly encryption: readonly string[];
  readonly mac: string | null;
}

const NOTHING = { certificates: [], keys: [], request: null, encryption: [], mac: null };

function shownKey({ format, bytes }: FoundKey): ShownKey {
  const type = ({ pkcs8: 'pkcs8', pkcs1: 'pkcs1', sec1: 'sec1' } as const)[format as string];
  let key: KeyDescription | null = null;
  if (type !== undefined) {
    try {
      const half = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type });
      key = describeKey(parsePublicKey(createPublicKey(half).export({ type: 'spki', format: 'der' })));
    } catch {
      key = null; // a kind of key that OpenSSL does not know
    }
  }
  return { format, key, friendlyName: null };
}

async function inspectContent(
  content: Exclude<Content, { kind: 'unknown' }>,
  file: string,
  invocation: Invocation,
): Promise<Inspection> {
  const base = { ...NOTHING, file, kind: content.kind, encoding: content.encoding };
  switch (content.kind) {
    case 'certificates':
      return { ...base, certificates: content.ders.map(describeDer), keys: content.keys.map(shownKey) };
    case 'private-key':
      return { ...base, keys: [shownKey(content.key)] };
    case 'request': {
      const request = parseRequest(content.der);
      return {
        ...base,
        request: {
          subject: listingName(request.subject),
          key: describeKey(request.publicKey),
          signatureAlgorithm: request.signatureAlgorithm.name,
          signature: verifyRequest(request),
          extensions: describeExtensions(request),
        },
      };
    }
    case 'pkcs7': {
      const { readPkcs7 } = await import('../../pem/pkcs7.ts');
      return { ...base, certificates: (await readPkcs7(content.der)).map(describeDer) };
    }
    case 'pkcs12': {
      const { readPkcs12 } = await import('../../pem/pkcs12.ts');
      const password = await readPassword(invocation, { text: `Password of ${file}: `, confirm: false });
      const { certificates, keys, encryption, mac } = await readPkcs12(content.der, password);
      return {
        ...base,
        certificates: certificates.map(({ der, friendlyName }) => ({ ...describeDer(der), friendlyName })),
        keys: keys.map(({ pkcs8, friendlyName }) => ({ ...shownKey({ format: 'pkcs8', bytes: pkcs8 }), friendlyName })),
        encryption,
        mac,
      };
    }
  }
}

const KINDS: Readonly<Record<string, string>> = {
  certificates: 'certificates',
  pkcs7: 'PKCS #7 package',
  pkcs12: 'PKCS #12 package',
  request: 'certificate request',
  'private-key': 'private key',
};

function linesOf(inspection: Inspection, timeZone: string): string[] {
  const { file, kind, encoding, certificates, keys, request, encryption, mac } = inspection;
  const lines = [
    `${file}: ${KINDS[kind] ?? kind}, ${encoding === 'der' ? 'binary' : encoding === 'pem' ? 'PEM' : 'Base64'}`,
  ];
  for (const algorithm of encryption) lines.push(`Encryption:  ${algorithm}`);
  if (kind === 'pkcs12') lines.push(`MAC:         ${mac ?? 'none'}`);
  certificates.forEach((facts, index) => {
    lines.push('', `Certificate ${index + 1} of ${certificates.length}`);
    if (facts.friendlyName) lines.push(`Name:        ${facts.friendlyName}`);
    lines.push(...('unreadable' in facts ? [`Unreadable:  ${facts.unreadable}`] : certificateLines(facts, timeZone)));
  });
  if (request) {
    lines.push('', `Subject:     ${request.subject || '(empty)'}`, `Key:         ${keyText(request.key)}`);
    lines.push(`Signed with: ${request.signatureAlgorithm}, signature ${request.signature}`);
    if (request.extensions.length > 0) lines.push('Extensions asked for:', ...extensionLines(request.extensions));
  }
  for (const { format, key, friendlyName } of keys) {
    const what = key ? keyText(key) : format.includes('encrypted') ? 'encrypted' : 'of a kind not known here';
    lines.push('', `Private key: ${what}, ${format} (its value is not shown)`);
    if (friendlyName) lines.push(`Name:        ${friendlyName}`);
  }
  return lines;
}

export const inspect: Command = {
  description:
    'Shows what a file holds: certificates, a request, a PKCS #7 or PKCS #12 package, private keys (by kind only).',
  words: { flags: '<file>', description: 'the file; - is standard input' },
  options: PASSWORD_OPTIONS,
  examples: [
    'ringtool inspect server.pem',
    'ringtool inspect partner.p12 --password-file partner.pw',
    'ringtool inspect request.csr --json',
  ],
  exitCodes: ['0  shown', '2  the call is wrong', '8  the file cannot be read, or holds nothing of the kind'],
  async run(invocation) {
    const { words, globals, io } = invocation;
    const file = words[0] ?? '-';
    const bytes = file === '-' ? io.input(LIMITS.certificateFile) : readUserFile(file, LIMITS.certificateFile);
    const content = recognise(bytes);
    if (content.kind === 'unknown') throw new RingtoolError('pem/unknown-kind', `${file}: ${content.reason}`);
    const inspection = await inspectContent(content, file, invocation);
    const timeZone = globals.timeZone ?? 'UTC';
    if (globals.json) io.out(visibleJson({ format: 'ringtool-inspect', version: 1, ...inspection }));
    else io.out(linesOf(inspection, timeZone).join('\n'));
    return EXIT.done;
  },
};
