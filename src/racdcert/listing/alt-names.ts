/**
 * Subject alternative names as LIST shows them: IP, EMail, Domain, URI, in this order of kinds.
 *
 * Names of other kinds are not shown. The `@` of a mail address is printed as ` at `.
 */
import { masked } from '../../core/printable.ts';
import type { GeneralName } from '../../x509/general-name.ts';

const KINDS = ['ip', 'email', 'dns', 'uri'] as const;

export function altNameLines(names: readonly GeneralName[]): readonly string[] {
  return KINDS.flatMap((kind) => names.filter((name) => name.kind === kind).flatMap(line));
}

function line(name: GeneralName): readonly string[] {
  switch (name.kind) {
    case 'ip':
      return [`    IP: ${name.address}`];
    case 'email':
      return [`    EMail: ${masked(name.value).replace('@', ' at ')}`];
    case 'dns':
      return [`    Domain: ${masked(name.value)}`];
    case 'uri':
      return [`    URI: ${masked(name.value)}`];
    case 'directory':
    case 'other':
      return [];
  }
}
