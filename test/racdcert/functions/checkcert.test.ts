import { describe, expect, it } from 'vitest';
import { chainSummary } from '../../../src/racdcert/chains/chain-summary.ts';
import { writePkcs7 } from '../../../src/pem/pkcs7.ts';
import { fixtureKey, issued } from '../../x509/issued.ts';
import { memoryLab } from '../memory-lab.ts';

const CA = issued('Lab CA', fixtureKey('p256-a'), { ca: true });
const ANN = issued('ann', fixtureKey('p256-b'), { issuer: CA, serial: 7n });

describe('CHECKCERT as data', () => {
  it('says what the certificate says, what the database knows, and whom it logs on as', async () => {
    const lab = memoryLab();
    lab.files.set('BOTH', await writePkcs7([ANN.certificate.der, CA.certificate.der]));
    lab.files.set('CA', CA.certificate.der);
    await lab.done("RACDCERT CERTAUTH ADD('CA') WITHLABEL('ca')");
    await lab.done("RACDCERT MULTIID MAP SDNFILTER('CN=ann.O=Example.C=US') CRITERIA(APPLID=&APPLID) TRUST");
    const { data } = await lab.done("RACDCERT CHECKCERT('BOTH')");
    expect(data).toMatchObject({
      format: 'ringtool-checkcert',
      version: 1,
      certificates: [
        {
          serialNumber: '07',
          subject: 'CN=ann.O=Example.C=US',
          keyType: 'NIST ECC',
          database: null,
          mapping: { owner: { kind: 'multiid' }, label: 'LABEL00000001', criteria: 'APPLID=&APPLID' },
          logsOnAs: { by: 'criteria', user: null, criteria: 'APPLID=&APPLID' },
        },
        {
          subject: 'CN=Lab CA.O=Example.C=US',
          database: { owner: { kind: 'certauth' }, label: 'ca', status: 'TRUST', privateKey: false, pkdsLabel: null },
          mapping: null,
          logsOnAs: null,
        },
      ],
      chain: { count: 2, complete: true, expired: false, notTrusted: false, ringsInCommon: [] },
      others: 0,
    });
  });

  it('has no chain where it cannot be told, and nothing where nothing could be read', async () => {
    const lab = memoryLab();
    const broken = Uint8Array.from(ANN.certificate.der);
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    lab.files.set('BROKEN', await writePkcs7([broken, CA.certificate.der]));
    const { data, returnCode } = await lab.run("RACDCERT CHECKCERT('BROKEN')");
    expect(returnCode).toBe(8);
    expect(data).toMatchObject({ certificates: [{ serialNumber: '07' }], chain: null, others: 1 });
    expect((await lab.run("RACDCERT CHECKCERT('NOTHING')")).data).toBeNull();
  });

  it('changes nothing', async () => {
    const lab = memoryLab();
    lab.files.set('ANN', ANN.certificate.der);
    expect((await lab.done("RACDCERT CHECKCERT('ANN')")).changes).toEqual([]);
  });
});

it('a certificate has expired after its last second', () => {
  const chain = { certificates: [ANN.certificate], complete: false };
  const at = (offset: number) => new Date(ANN.certificate.notAfter.getTime() + offset);
  expect(chainSummary(chain, [], at(0)).expired).toBe(false);
  expect(chainSummary(chain, [], at(1)).expired).toBe(true);
});

describe('LISTCHAIN and LISTMAP as data', () => {
  it('have the chain and its facts', async () => {
    const lab = memoryLab();
    lab.files.set('ANN', ANN.certificate.der);
    lab.files.set('CA', CA.certificate.der);
    await lab.done("RACDCERT CERTAUTH ADD('CA') WITHLABEL('ca') TRUST");
    await lab.done("RACDCERT ID(ANN) ADD('ANN') WITHLABEL('ann') TRUST");
    expect((await lab.done("RACDCERT ID(ANN) LISTCHAIN(LABEL('ann'))")).data).toMatchObject({
      format: 'ringtool-listchain',
      version: 1,
      owner: { kind: 'user', id: 'ANN' },
      certificates: [{ label: 'ann' }, { label: 'ca', owner: { kind: 'certauth' } }],
      chain: { count: 2, complete: true, expired: false, notTrusted: false, ringsInCommon: [] },
    });
    const none = await lab.run("RACDCERT ID(ANN) LISTCHAIN(LABEL('bob'))");
    expect([none.returnCode, none.data]).toMatchObject([4, { certificates: [], chain: null }]);
  });

  it('have the mappings of the owner', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT ID(ANN) MAP IDNFILTER('C=US') WITHLABEL('us')");
    expect((await lab.done('RACDCERT ID(ANN) LISTMAP')).data).toEqual({
      format: 'ringtool-listmap',
      version: 1,
      owner: { kind: 'user', id: 'ANN' },
      mappings: [
        {
          owner: { kind: 'user', id: 'ANN' },
          label: 'us',
          status: 'NOTRUST',
          issuerFilter: 'C=US',
          subjectFilter: null,
          criteria: null,
          created: '2026-11-20T08:00:00.000Z',
          createdBy: 'IBMUSER',
        },
      ],
    });
    const none = await lab.run('RACDCERT MULTIID LISTMAP');
    expect([none.returnCode, none.data]).toMatchObject([4, { owner: { kind: 'multiid' }, mappings: [] }]);
  });
});
