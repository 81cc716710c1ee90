/** `ringtool export p12`: a PKCS #12 package in the encryption its reader understands. */
import { RingtoolError } from '../../core/errors.ts';
import type { Release } from '../../core/release.ts';
import { type Pkcs12Profile, writePkcs12 } from '../../pem/pkcs12-writer.ts';
import { packageProfile } from '../../racdcert/data-sets/export-format.ts';
import { type Command, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { chosenMaterial, deliver, EXPORT_EXIT_CODES, FORCE_OPTION, SOURCE_OPTIONS } from '../export.ts';
import { PASSWORD_OPTIONS, readPassword } from '../password.ts';

/** Who reads it, and what they are known to read; `by level` as RACDCERT EXPORT of the release writes. */
const READERS: Readonly<Record<string, Pkcs12Profile | 'by level'>> = {
  modern: 'modern',
  openssl: 'modern',
  java: 'modern',
  windows: 'modern',
  macos: 'modern',
  stunnel: 'modern',
  'zos-3.2': 'modern',
  zos: 'by level',
  gskkyman: 'zos',
  'java-8': 'zos',
  'windows-2016': 'zos',
};

/** For the JSON, and in words for the person who hands the package on. */
const ENCRYPTION: Readonly<Record<Pkcs12Profile, { readonly names: readonly string[]; readonly says: string }>> = {
  modern: {
    names: ['PBES2 AES-256-CBC PBKDF2-HMAC-SHA-256', 'HMAC-SHA-256'],
    says: 'encrypted with AES-256, MAC SHA-256: for programs of today and z/OS 3.2; older z/OS cannot read it',
  },
  zos: {
    names: ['PBE-SHA1-3DES', 'HMAC-SHA-1'],
    says: 'encrypted with 3DES, MAC SHA-1 (weak): for z/OS before 3.2 and old programs; strict new ones refuse it',
  },
};

/** A release named on the command line is asked for in earnest: it says who the reader is. */
function profileFor(reader: string | undefined, named: Release | undefined, level: Release): Pkcs12Profile {
  const chosen = READERS[reader ?? (named === undefined ? 'modern' : 'zos')] ?? 'modern';
  return chosen === 'by level' ? packageProfile(level) : chosen;
}

export const exportP12: Command = {
  description:
    'Writes certificate, chain and private key as a PKCS #12 package. --for chooses the encryption: AES-256 for\n' +
    'programs of today, 3DES for old ones, and for zos what RACDCERT EXPORT of the release (--level, else the\n' +
    "store's) writes: 3DES before 3.2, AES-256 from 3.2.",
  options: [
    ...SOURCE_OPTIONS,
    { flags: '--out <file>', description: 'the file to write (0600)', required: true },
    {
      flags: '--for <reader>',
      description: 'who will read it (default: zos when --level is given, else modern)',
      choices: Object.keys(READERS),
    },
    ...PASSWORD_OPTIONS,
    FORCE_OPTION,
  ],
  examples: [
    'ringtool export p12 --ring LINUX/TLSRING --out partner.p12 --password-file partner.pw',
    'ringtool export p12 --owner TCPCS --label servercert --for zos --out server.p12 --password-env P12_PASSWORD',
  ],
  exitCodes: EXPORT_EXIT_CODES,
  async run(invocation) {
    const { globals, options } = invocation;
    const { entry, pkcs8, intermediates, root, level } = await chosenMaterial(invocation, { withKey: true });
    if (pkcs8 === null) throw new RingtoolError('bundle/no-key', `"${entry.label}" has no private key here`);
    const password = await readPassword(invocation, { text: 'Password for the package: ', confirm: true });
    if (password === '') throw new RingtoolError('pkcs12/no-password', 'an empty password protects nothing');
    const profile = profileFor(textOption(options, 'for'), globals.level, level);
    const isLeaf = (der: Uint8Array): boolean => Buffer.compare(der, entry.der) === 0;
    const bytes = await writePkcs12({
      certificates: [entry.der, ...intermediates, ...(root === null || isLeaf(root) ? [] : [root])],
      pkcs8,
      password,
      friendlyName: entry.label,
      profile,
    });
    const { names, says } = ENCRYPTION[profile];
    deliver(invocation, [{ path: textOption(options, 'out') ?? '', bytes, mode: 0o600 }], {
      lines: [says],
      json: { encryption: names },
    });
    return EXIT.done;
  },
};
