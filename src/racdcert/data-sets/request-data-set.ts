/** The request data set of GENCERT: PKCS #10, binary or Base64, signed by the key it carries. */
import { isRingtoolError } from '../../core/errors.ts';
import type { CommandView } from '../../core/view.ts';
import { recognise } from '../../pem/content.ts';
import { basicConstraints } from '../../x509/extensions/basic-constraints.ts';
import { keyUsage } from '../../x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../x509/extensions/subject-key-identifier.ts';
import { parseRequest, verifyRequest, type CertificateRequest } from '../../x509/request.ts';
import { readInput } from './input-data-set.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

const NOT_A_REQUEST = refuse(say('RNGT011I', {}));

export async function readRequest(view: CommandView, name: string): Promise<CertificateRequest | Refusal> {
  const content = await readInput(view, name);
  if (isRefusal(content)) return content;
  const found = recognise(content);
  if (found.kind !== 'request') return NOT_A_REQUEST;
  try {
    const request = parseRequest(found.der);
    // Read here, so that what cannot be read is the request's fault and nobody else's.
    for (const read of [basicConstraints, keyUsage, subjectAltNames, subjectKeyIdentifier]) read(request);
    // A signature that cannot be checked proves nothing either.
    return verifyRequest(request) === 'valid' ? request : NOT_A_REQUEST;
  } catch (error) {
    if (isRingtoolError(error)) return NOT_A_REQUEST;
    throw error;
  }
}
