/** What a connection needs out of a ring or a label: leaf, key, intermediates in order, and trust anchors. */
import type { CertificateEntry, RingEntry } from '../core/entities.ts';
import { RingtoolError } from '../core/errors.ts';
import { isRingName, isUserId } from '../core/names.ts';
import { CERTAUTH, type Owner, ownerText, SITE, userOwner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { isSelfSigned } from '../x509/verify.ts';

export interface Material {
  readonly entry: CertificateEntry;
  readonly pkcs8: Uint8Array | null;
  /** DER; each the issuer of the one before, without the root. */
  readonly intermediates: readonly Uint8Array[];
  /** The self-signed end of the chain, when it was found. */
  readonly root: Uint8Array | null;
  /** DER; what a partner's chain may end in. */
  readonly anchors: readonly Uint8Array[];
}

/** Reads `OWNER/RING`. */
export function parseRingName(text: string): { readonly owner: string; readonly name: string } {
  const slash = text.indexOf('/');
  const owner = text.slice(0, Math.max(slash, 0)).toUpperCase();
  const name = text.slice(slash + 1);
  if (slash < 0 || !isUserId(owner) || !isRingName(name)) {
    throw new RingtoolError('cli/usage', `"${text}" does not name a ring`, {
      hint: 'write it as OWNER/RING, e.g. TCPCS/TLSRING',
    });
  }
  return { owner, name };
}

/** Reads `CERTAUTH`, `SITE` or a user id. */
export function parseOwner(text: string): Owner {
  const word = text.toUpperCase();
  if (word === 'CERTAUTH') return CERTAUTH;
  if (word === 'SITE') return SITE;
  if (!isUserId(word)) throw new RingtoolError('cli/usage', `"${text}" is neither a user id nor CERTAUTH nor SITE`);
  return userOwner(word);
}

const trusted = (entry: CertificateEntry): boolean => entry.status !== 'NOTRUST';

async function connected(view: StoreView, ring: RingEntry): Promise<readonly CertificateEntry[]> {
  const entries = await Promise.all(ring.connections.map(({ owner, label }) => view.certificate(owner, label)));
  return entries.filter((entry): entry is CertificateEntry => entry !== null);
}

/** The certificate of that label in the ring, or the ring's default when none is named. */
function leafOfRing(
  ring: RingEntry,
  entries: readonly CertificateEntry[],
  label: string | undefined,
): CertificateEntry {
  const where = `ring ${ring.owner}/${ring.name}`;
  if (label === undefined) {
    const chosen = ring.connections.find((connection) => connection.default);
    const entry = entries.find((one) => one.label === chosen?.label);
    if (entry === undefined) {
      throw new RingtoolError('file/absent', `${where} has no default certificate`, {
        hint: '--label names the certificate',
      });
    }
    return entry;
  }
  const found = entries.filter((one) => one.label === label);
  // A label may stand in a ring twice, for two owners: the one with a key is the one a connection can use.
  const entry = found.find((one) => one.keyId !== null) ?? found[0];
  if (entry === undefined) {
    throw new RingtoolError('file/absent', `${where} has no certificate labelled "${label}"`, {
      hint: entries.length === 0 ? 'the ring is empty' : `it has ${entries.map((one) => `"${one.label}"`).join(', ')}`,
    });
  }
  return entry;
}

async function complete(
  view: StoreView,
  entry: CertificateEntry,
  near: readonly CertificateEntry[],
): Promise<Material> {
  const findIssuers = async ({ issuer }: Certificate): Promise<readonly Certificate[]> => {
    const anywhere = await view.bySubject(issuer.der);
    return [...near, ...anywhere].filter(trusted).map(({ der }) => parseCertificate(der));
  };
  const leaf = parseCertificate(entry.der);
  const chain = await buildChain(leaf, findIssuers);
  const above = chain.certificates.slice(1);
  const last = chain.certificates.at(-1);
  const root = chain.complete && last !== undefined ? last.der : null;
  const pkcs8 = entry.keyId === null ? null : ((await view.key(entry.keyId))?.pkcs8 ?? null);
  const intermediates = above.map(({ der }) => der).filter((der) => der !== root);
  return { entry, pkcs8, intermediates, root, anchors: root === null ? [] : [root] };
}

/** Material of a ring: its CERTAUTH connections are what the partner is measured by. */
export async function ringMaterial(view: StoreView, ringText: string, label: string | undefined): Promise<Material> {
  const { owner, name } = parseRingName(ringText);
  const ring = await view.ring(owner, name);
  if (ring === null) throw new RingtoolError('file/absent', `there is no ring ${owner}/${name}`);
  const entries = await connected(view, ring);
  const entry = leafOfRing(ring, entries, label);
  const authorities: CertificateEntry[] = [];
  for (const connection of ring.connections) {
    if (connection.usage !== 'CERTAUTH') continue;
    const authority = await view.certificate(connection.owner, connection.label);
    if (authority !== null && trusted(authority)) authorities.push(authority);
  }
  const material = await complete(view, entry, authorities);
  return { ...material, anchors: anchorsOf(authorities, material) };
}

/** Self-signed authorities of the ring come first: OpenSSL wants a chain to end in one. */
function anchorsOf(authorities: readonly CertificateEntry[], { root, anchors }: Material): readonly Uint8Array[] {
  const ders = authorities.map(({ der }) => der);
  const roots = ders.filter((der) => isSelfSigned(parseCertificate(der)) !== 'invalid');
  const others = ders.filter((der) => !roots.includes(der));
  const own = root !== null && roots.length === 0 ? anchors : [];
  return [...roots, ...own, ...others];
}

/** Material of one certificate by owner and label; its own root is the anchor. */
export async function labelMaterial(view: StoreView, ownerWord: string, label: string): Promise<Material> {
  const owner = parseOwner(ownerWord);
  const entry = await view.certificate(owner, label);
  if (entry === null)
    throw new RingtoolError('file/absent', `${ownerText(owner)} has no certificate labelled "${label}"`);
  return complete(view, entry, []);
}
