/** The one PEM block in a file of the store (RFC 7468, strict form). */
import { corrupt } from './failures.ts';

export function armour(label: string, der: Uint8Array): string {
  const body =
    Buffer.from(der.buffer, der.byteOffset, der.length)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${body.join('\n')}\n-----END ${label}-----\n`;
}

export function unarmour(label: string, text: string, file: string): Uint8Array {
  const begin = `-----BEGIN ${label}-----`;
  const end = `-----END ${label}-----`;
  const trimmed = text.trim();
  if (!trimmed.startsWith(begin) || !trimmed.endsWith(end) || trimmed.length < begin.length + end.length) {
    throw corrupt(file, `holds no ${label.toLowerCase()} in PEM`);
  }
  const body = trimmed.slice(begin.length, -end.length).replace(/\s+/g, '');
  const bytes = Buffer.from(body, 'base64');
  // Buffer takes anything: only what it writes the same way again was Base64.
  if (bytes.length === 0 || bytes.toString('base64') !== body)
    throw corrupt(file, `holds a damaged ${label.toLowerCase()}`);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
