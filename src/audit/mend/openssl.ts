/** openssl commands for certificates that came as files, quoted for a POSIX shell. */
import { isPrintable } from '../../core/printable.ts';
import type { MendStep } from '../../findings/rule.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { byHand } from './racdcert.ts';

export const NEW_KEY = 'new-key.pem';
export const NEW_REQUEST = 'new-request.pem';

/** One word of a POSIX shell, whatever the text holds. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:,@%+=-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A file name that no program takes for an option. */
export function fileWord(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}

/** The argument of `-subj`: `/C=US/O=Example/CN=host`, with what openssl would read as syntax escaped. */
export function subjectArgument(certificate: Certificate): string {
  return certificate.subject.rdns
    .map((rdn) => {
      const parts = rdn.map(({ type, value }) => `${opensslType(type)}=${value.replace(/[\\/+=]/g, '\\$&')}`);
      return `/${parts.join('+')}`;
    })
    .join('');
}

/** Makes a key (options of `openssl genpkey`), and a request for the same name. */
export function newKeyAndRequest(
  certificate: Certificate,
  keyOptions: string,
  extensions: readonly string[],
): readonly MendStep[] {
  return [shell(`openssl genpkey ${keyOptions} -out ${NEW_KEY}`, []), request(certificate, NEW_KEY, extensions)];
}

/** A request for the same name; `extensions` are added with `-addext`. */
export function request(certificate: Certificate, keyFile: string, extensions: readonly string[] = []): MendStep {
  const subject = subjectArgument(certificate);
  // An empty name is written as a lone slash.
  const name = shellWord(subject === '' ? '/' : subject);
  const added = extensions.map((extension) => ` -addext ${shellWord(extension)}`).join('');
  return shell(`openssl req -new -key ${fileWord(keyFile)} -subj ${name}${added} -out ${NEW_REQUEST}`, [subject]);
}

function shell(text: string, names: readonly string[]): MendStep {
  if (names.every(isPrintable)) return { kind: 'shell', text };
  return byHand('its name holds characters that cannot be typed: write the request by hand, with a clean name');
}

/** openssl's short names where ours differ. */
function opensslType(type: string): string {
  return { SP: 'ST', EMAIL: 'emailAddress', T: 'title' }[type] ?? type;
}
