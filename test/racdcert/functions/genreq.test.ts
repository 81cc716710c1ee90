import { describe, expect, it } from 'vitest';
import { readPemBlocks } from '../../../src/pem/armor.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { parseRequest, verifyRequest } from '../../../src/x509/request.ts';
import { memoryLab, type Lab } from '../memory-lab.ts';

async function requestFrom(lab: Lab, command: string) {
  await lab.done(command);
  const [block] = readPemBlocks(lab.files.get('REQ.OUT') ?? new Uint8Array());
  expect(block?.label).toBe('NEW CERTIFICATE REQUEST');
  return parseRequest(block?.bytes ?? new Uint8Array());
}

describe('GENREQ', () => {
  it('asks for the name, key and extensions of the certificate, signed with its key', async () => {
    const lab = memoryLab();
    await lab.done(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) WITHLABEL('Lab CA') RSA ALTNAME(URI('http://ca.example.com'))",
    );
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('web') OU('b') C('US')) WITHLABEL('Web') NISTECC SIZE(384) KEYUSAGE(HANDSHAKE) ALTNAME(DOMAIN('w.example.com')) SIGNWITH(CERTAUTH LABEL('Lab CA'))",
    );
    const request = await requestFrom(lab, "RACDCERT ID(U1) GENREQ(LABEL('Web')) DSN('REQ.OUT')");
    const certificate = lab.certificate('U1', 'Web');
    expect(verifyRequest(request)).toBe('valid');
    expect(request.signatureAlgorithm.name).toBe('sha384ECDSA');
    expect(request.subject.der).toEqual(certificate.subject.der);
    expect(request.publicKey.spki).toEqual(certificate.publicKey.spki);
    // The issuer's alternative name is the one extension that is not asked for.
    const asked = certificate.extensions.filter(({ oid }) => oid !== EXTENSION_OIDS.issuerAltName);
    expect(asked).toHaveLength(certificate.extensions.length - 1);
    expect(request.extensions).toEqual(asked);
  });

  it('marks the certificate, so that deleting it needs FORCE', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('Web') NISTECC");
    await requestFrom(lab, "RACDCERT GENREQ (LABEL('Web')) ID(U1) DSN('REQ.OUT')");
    expect(lab.entry('U1', 'Web').requested).toBe(true);
    expect(await lab.said("RACDCERT ID(U1) DELETE(LABEL('Web'))")).toEqual([8, 'RNGT009I']);
    await lab.done("RACDCERT ID(U1) DELETE(LABEL('Web')) FORCE");
    expect([lab.labels('U1'), lab.privateKeys.size]).toEqual([[], 0]);
  });

  it.each([
    ["GENREQ DSN('X')", 'IRRD130I', 'LABEL'],
    ["GENREQ(LABEL('Web'))", 'IRRD130I', 'DSN'],
    ["GENREQ(LABEL('web')) DSN('X')", 'IRRD107I', ''],
    ["GENREQ(LABEL('No key')) DSN('X')", 'IRRD128I', 'GENREQ requires'],
  ])('answers %s with %s', async (command, id, words) => {
    const lab = memoryLab();
    await lab.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('Web') NISTECC");
    await lab.done("RACDCERT ID(U2) EXPORT(LABEL('Web')) DSN('CERT')");
    await lab.done("RACDCERT ID(U2) DELETE(LABEL('Web'))");
    await lab.done("RACDCERT ID(U1) ADD('CERT') WITHLABEL('No key')");
    const result = await lab.run(`RACDCERT ID(U1) ${command}`);
    expect([result.returnCode, result.messages[0]?.id]).toEqual([8, id]);
    expect(result.lines[0]).toContain(words);
    expect([lab.files.has('X'), lab.entry('U1', 'No key').requested]).toEqual([false, false]);
  });
});
