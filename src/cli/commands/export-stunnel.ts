/** `ringtool export stunnel`: a folder from which stunnel makes a TLS 1.3 connection. */
import { join, resolve } from 'node:path';
import { stunnelBundle } from '../../pem/stunnel-bundle.ts';
import { type Command, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { chosenMaterial, deliver, EXPORT_EXIT_CODES, FORCE_OPTION, SOURCE_OPTIONS } from '../export.ts';
import { readTemplate } from '../template-files.ts';

export const exportStunnel: Command = {
  description:
    'Writes stunnel.conf for TLS 1.3 with mutual authentication, and beside it the key (0600), the certificate chain\n' +
    'and the CA file. The CERTAUTH connections of the ring say whom to trust.',
  options: [
    ...SOURCE_OPTIONS,
    {
      flags: '--role <role>',
      description: 'which end of the connection',
      choices: ['client', 'server'],
      required: true,
    },
    { flags: '--out <folder>', description: 'where the files go', required: true },
    { flags: '--accept <[host:]port>', description: 'where stunnel listens (default: 127.0.0.1:12346)' },
    { flags: '--connect <host:port>', description: 'where stunnel connects to (default: 127.0.0.1:12347)' },
    { flags: '--service <name>', description: 'name of the section (default: ringtool)' },
    {
      flags: '--host <name>',
      description: 'client: the name or address the server must prove (default: of --connect)',
    },
    {
      flags: '--folder <path>',
      description: 'where the files will lie on the machine that runs stunnel (default: --out)',
    },
    { flags: '--log <where>', description: 'messages go to', choices: ['syslog', 'foreground'] },
    FORCE_OPTION,
  ],
  examples: [
    'ringtool export stunnel --ring TCPCS/TLSRING --role server --accept 12346 --connect 127.0.0.1:8044 --out server',
    'ringtool export stunnel --ring LINUX/TLSRING --role client --connect zos.example.com:12346 --out client',
  ],
  exitCodes: EXPORT_EXIT_CODES,
  async run(invocation) {
    const { options } = invocation;
    const material = await chosenMaterial(invocation, { withKey: true });
    const out = textOption(options, 'out') ?? '.';
    const host = textOption(options, 'host');
    const isAddress = host !== undefined && /^[0-9.]+$|:/.test(host);
    const folder = textOption(options, 'folder') ?? resolve(out);
    const log = textOption(options, 'log');
    const files = stunnelBundle({
      template: readTemplate('stunnel.conf'),
      role: textOption(options, 'role') === 'client' ? 'client' : 'server',
      label: material.entry.label,
      leaf: material.entry.der,
      intermediates: material.intermediates,
      anchors: material.anchors,
      pkcs8: material.pkcs8,
      service: textOption(options, 'service') ?? 'ringtool',
      accept: textOption(options, 'accept') ?? '127.0.0.1:12346',
      connect: textOption(options, 'connect') ?? '127.0.0.1:12347',
      ...(host === undefined ? {} : isAddress ? { checkIp: host } : { checkHost: host }),
      folder,
      ...(log === 'foreground' || log === 'syslog' ? { log } : {}),
    });
    deliver(
      invocation,
      files.map(({ name, bytes, mode }) => ({ path: join(out, name), bytes, mode })),
    );
    return EXIT.done;
  },
};
