/** `ringtool export p12`: a PKCS #12 package in the encryption its reader understands. */
import { RingtoolError } from '../../core/errors.ts';
import { type Pkcs12Profile, writePkcs12 } from '../../pem/pkcs12-writer.ts';
import { type Command, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { chosenMaterial, deliver, EXPORT_EXIT_CODES, FORCE_OPTION, SOURCE_OPTIONS } from '../export.ts';
import { PASSWORD_OPTIONS, readPassword } from '../password.ts';

/** Who reads it, and what they are known to read. */
const READERS: Readonly<Record<string, Pkcs12Profile>> = {
  modern: 'modern',
  openssl: 'modern',
  java: 'modern',
  windows: 'modern',
  macos: 'modern',
  stunnel: 'modern',
  'zos-3.2': 'modern',
  zos: 'zos',
  gskkyman: 'zos',
  'java-8': 'zos',
  'windows-2016': 'zos',
};

export const exportP12: Command = {
  description:
    'Writes certificate, chain and private key as a PKCS #12 package. --for chooses the encryption: AES-256 for\n' +
    'programs of today, 3DES for z/OS before 3.2 and other old readers.',
  options: [
    ...SOURCE_OPTIONS,
    { flags: '--out <file>', description: 'the file to write (0600)', required: true },
    { flags: '--for <reader>', description: 'who will read it (default: modern)', choices: Object.keys(READERS) },
    ...PASSWORD_OPTIONS,
    FORCE_OPTION,
  ],
  examples: [
    'ringtool export p12 --ring LINUX/TLSRING --out partner.p12 --password-file partner.pw',
    'ringtool export p12 --owner TCPCS --label servercert --for zos --out server.p12 --password-env P12_PASSWORD',
  ],
  exitCodes: EXPORT_EXIT_CODES,
  async run(invocation) {
    const { options } = invocation;
    const { entry, pkcs8, intermediates, root } = await chosenMaterial(invocation);
    if (pkcs8 === null) throw new RingtoolError('bundle/no-key', `"${entry.label}" has no private key here`);
    const password = await readPassword(invocation, { text: 'Password for the package: ', confirm: true });
    if (password === '') throw new RingtoolError('pkcs12/no-password', 'an empty password protects nothing');
    const bytes = await writePkcs12({
      certificates: [entry.der, ...intermediates, ...(root === null || root === entry.der ? [] : [root])],
      pkcs8,
      password,
      friendlyName: entry.label,
      profile: READERS[textOption(options, 'for') ?? 'modern'] ?? 'modern',
    });
    deliver(invocation, [{ path: textOption(options, 'out') ?? '', bytes, mode: 0o600 }]);
    return EXIT.done;
  },
};
