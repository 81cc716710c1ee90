/** `ringtool export pem`: key, chain and CA certificates as three PEM files. */
import { join } from 'node:path';
import { RingtoolError } from '../../core/errors.ts';
import { writePem } from '../../pem/armor.ts';
import { fileNameOf } from '../../pem/stunnel-bundle.ts';
import { type Command, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { chosenMaterial, deliver, EXPORT_EXIT_CODES, FORCE_OPTION, SOURCE_OPTIONS } from '../export.ts';
import type { NewFile } from '../files.ts';

export const exportPem: Command = {
  description:
    'Writes NAME.key.pem (the private key, 0600), NAME.crt.pem (the certificate and its intermediates, in order) and\n' +
    'NAME.ca.pem (the certificates a partner is measured by).',
  options: [
    ...SOURCE_OPTIONS,
    { flags: '--out <folder>', description: 'where the files go', required: true },
    { flags: '--name <name>', description: 'base of the file names (default: from the label)' },
    { flags: '--no-key', description: 'leave the private key out' },
    FORCE_OPTION,
  ],
  examples: [
    'ringtool export pem --ring TCPCS/TLSRING --out pem',
    "ringtool export pem --ring TCPCS/TLSRING --owner TCPCS --label 'Web server' --out pem",
    "ringtool export pem --owner CERTAUTH --label 'Lab CA' --no-key --out pem",
  ],
  exitCodes: EXPORT_EXIT_CODES,
  async run(invocation) {
    const { options } = invocation;
    const withKey = options.key !== false;
    const { entry, pkcs8, intermediates, anchors } = await chosenMaterial(invocation, { withKey });
    const out = textOption(options, 'out') ?? '.';
    const name = textOption(options, 'name') ?? fileNameOf(entry.label);
    if (!/^[\w.-]+$/.test(name)) throw new RingtoolError('cli/usage', `--name "${name}" is not a file name`);
    const pem = (ders: readonly Uint8Array[]): Uint8Array =>
      Buffer.from(ders.map((der) => writePem('CERTIFICATE', der)).join(''));
    const files: NewFile[] = [
      { path: join(out, `${name}.crt.pem`), bytes: pem([entry.der, ...intermediates]), mode: 0o644 },
    ];
    if (anchors.length > 0) files.push({ path: join(out, `${name}.ca.pem`), bytes: pem(anchors), mode: 0o644 });
    if (withKey) {
      if (pkcs8 === null) {
        throw new RingtoolError('bundle/no-key', `"${entry.label}" has no private key here`, {
          hint: '--no-key leaves it out',
        });
      }
      files.unshift({
        path: join(out, `${name}.key.pem`),
        bytes: Buffer.from(writePem('PRIVATE KEY', pkcs8)),
        mode: 0o600,
      });
    }
    deliver(invocation, files);
    return EXIT.done;
  },
};
