/**
 * RACDCERT BIND: copies a certificate, with its private key where it acts as PERSONAL, into a token.
 *
 * RACF Command Language Reference, "RACDCERT BIND". The copy lives apart: what happens to the certificate in RACF
 * afterwards changes nothing in the token.
 */
import { put, type Change } from '../../core/change.ts';
import { hasPrivateKey, type CertificateEntry, type TokenEntry } from '../../core/entities.ts';
import { RingtoolError } from '../../core/errors.ts';
import type { StoreView } from '../../core/view.ts';
import { group, optional } from '../../tso/declare.ts';
import { naturalUsage } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { innerOwner } from '../inner-owner.ts';
import { refuseUndefined } from '../known-users.ts';
import { say } from '../messages.ts';
import { BIND_OPERANDS } from '../operands.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { concluded, isRefusal, refuse, refused, type Refusal } from '../refusal.ts';
import { certificateOf } from '../stored-certificate.ts';
import { certificatesIn, copiedKeyId, withCertificate } from '../tokens/token-contents.ts';
import { findToken, NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

/** PKCS #11 in ICSF knows no longer DSA keys. */
const LONGEST_DSA = 1024;

export const bind = defineFunction({
  name: 'BIND',
  summary: 'Copy a certificate and its keys into a PKCS #11 token',
  value: optional(group(BIND_OPERANDS)),
  owner: 'certificate',
  operands: [],
  messages: ['IRRD107I', 'IRRD165I', 'IRRD179I', 'RNGT019I', 'RNGT041I', 'RNGT042I', 'RNGT043I', 'RNGT050I'],
  rules: [
    {
      text: 'The token gets the certificate, its public key, and its private key if USAGE is PERSONAL.',
      confidence: 'documented',
    },
    {
      text: 'USAGE is by default what the certificate is: PERSONAL, CERTAUTH or SITE.',
      confidence: 'assumed',
    },
    {
      text: 'A certificate whose private key is in the PKDS, or is a DSA key longer than 1024 bits, is not bound.',
      confidence: 'documented',
    },
    { text: 'A private key that is secure in the token already is linked, not copied.', confidence: 'documented' },
    {
      text: 'A private key that is secure in another token stays there, and the certificate is bound without it.',
      confidence: 'assumed',
    },
    {
      text: 'One certificate of a token is the default: DEFAULT takes the mark from the others.',
      confidence: 'assumed',
    },
    {
      text: 'A certificate that is in the token already keeps its number and its private key there, and gets the new label, usage and default mark.',
      confidence: 'assumed',
    },
    NEEDS_ICSF,
  ],
  async run(view, { value, owner: outer }) {
    if (value?.LABEL === undefined || value.TOKEN === undefined) return refused(refuse(say('IRRD179I', {})));
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const owner = innerOwner(value, outer);
    const stranger = value.ID === undefined ? null : await refuseUndefined(view, owner);
    if (stranger !== null) return refused(stranger);
    const token = await findToken(view, value.TOKEN);
    if (isRefusal(token)) return refused(token);
    const entry = await view.certificate(owner, value.LABEL);
    if (entry === null) return refused(refuse(say('IRRD107I', {})));
    const unfit = refuseUnfitKey(entry);
    if (unfit !== null) return refused(unfit);

    const { label, der } = entry;
    const usage = value.USAGE ?? naturalUsage(owner);
    const there = certificatesIn(token).find((bound) => Buffer.compare(bound.der, der) === 0);
    const number = there?.number ?? token.lastNumber + 1;
    const key = usage === 'PERSONAL' ? await keyFor(view, token, number, entry) : null;
    const keyId = key?.id ?? there?.keyId ?? null;
    const bound = { type: 'certificate', number, label, der, usage, default: value.DEFAULT ?? false, keyId } as const;
    return concluded([], {
      changes: [...(key?.changes ?? []), put(withCertificate(token, bound))],
      remarks: key?.elsewhere == null ? [] : [say('RNGT043I', { token: key.elsewhere })],
    });
  },
});

function refuseUnfitKey(entry: CertificateEntry): Refusal | null {
  if (entry.pkdsLabel !== null) return refuse(say('RNGT041I', {}));
  if (!hasPrivateKey(entry)) return null;
  const { kind, size } = certificateOf(entry).publicKey;
  return kind === 'DSA' && size > LONGEST_DSA ? refuse(say('RNGT042I', {})) : null;
}

/** The private key as the token is to have it. */
interface KeyInToken {
  readonly id: string | null;
  readonly changes: readonly Change[];
  /** Another token, which keeps the key. */
  readonly elsewhere: string | null;
}

async function keyFor(
  view: StoreView,
  token: TokenEntry,
  number: number,
  { keyId, tokenKey, owner, label, der }: CertificateEntry,
): Promise<KeyInToken | null> {
  if (keyId === null) return null;
  if (tokenKey !== null) {
    const here = tokenKey.token === token.name;
    return { id: here ? keyId : null, changes: [], elsewhere: here ? null : tokenKey.token };
  }
  const key = await view.key(keyId);
  if (key === null) {
    const which = `the private key of certificate '${label}' of ${ownerPhrase(owner)}`;
    throw new RingtoolError('store/corrupt', `${which} is missing in the store`, { hint: 'ringtool store check' });
  }
  const copy = { ...key, id: copiedKeyId(token.name, number, der) };
  return { id: copy.id, changes: [put(copy)], elsewhere: null };
}
