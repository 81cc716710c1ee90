/**
 * RACDCERT ADD: installs a certificate or a package from a data set.
 *
 * RACF Command Language Reference, "RACDCERT ADD". The issuers of a package go to CERTAUTH, the root first, so
 * that each certificate is judged by an issuer that is there already. One refusal, and nothing is added.
 */
import { CERTAUTH } from '../../core/owner.ts';
import { dataSet } from '../../tso/declare.ts';
import { listingName } from '../../x509/name.ts';
import { defineFunction } from '../function.ts';
import { readInput } from '../data-sets/input-data-set.ts';
import { install, newWork, plannedAddition } from '../new-certificate/installation.ts';
import { say } from '../messages.ts';
import { readPackage } from '../data-sets/package.ts';
import { concluded, isRefusal, refused } from '../refusal.ts';

export const add = defineFunction({
  name: 'ADD',
  summary: 'Install a certificate or a package from a data set',
  value: dataSet(),
  owner: 'certificate',
  operands: ['TRUST', 'NOTRUST', 'HIGHTRUST', 'WITHLABEL', 'PASSWORD', 'PKDS', 'ICSF', 'PCICC'],
  messages: [
    'IKJ56228I',
    'IRRD103I',
    'IRRD104I',
    'IRRD109I',
    'IRRD113I',
    'IRRD160I',
    'IRRD175I',
    'IRRD194I',
    'IRRD199I',
    'RNGT001I',
    'RNGT002I',
    'RNGT003I',
    'RNGT004I',
    'RNGT005I',
    'RNGT006I',
    'RNGT007I',
    'RNGT008I',
    'RNGT020I',
    'RNGT023I',
    'RNGT024I',
    'RNGT025I',
    'RNGT026I',
    'RNGT027I',
    'RNGT028I',
    'RNGT029I',
    'RNGT033I',
    'RNGT040I',
    'RNGT061I',
    'RNGT062I',
  ],
  rules: [
    {
      text: 'The data set holds one certificate, a PKCS #7 or a PKCS #12 package; what it is, is told by its content.',
      confidence: 'documented',
    },
    { text: 'PASSWORD says that it is a PKCS #12 package.', confidence: 'seen' },
    {
      text: 'The end entity of a package goes to the owner named; the others go to CERTAUTH with labels that are made up, and those there already are skipped.',
      confidence: 'assumed',
    },
    {
      text: 'Without TRUST, NOTRUST or HIGHTRUST the certificate is trusted when its issuer is there and trusted, its signature verifies, and it is in date; else NOTRUST.',
      confidence: 'assumed',
    },
    { text: 'A signature that is known to be wrong is refused.', confidence: 'assumed' },
    {
      text: 'A certificate whose key RACF holds with its private half for this owner replaces the one there: key, label and rings are kept.',
      confidence: 'assumed',
    },
    { text: 'Issuer and serial number that are there already are refused (IRRD109I).', confidence: 'seen' },
    { text: 'PKCS #12 packages encrypted with AES are read from z/OS 3.2 on.', confidence: 'documented' },
  ],
  async run(view, { value, owner, operands }, context) {
    const content = await readInput(view, value ?? '');
    if (isRefusal(content)) return refused(content);
    const found = await readPackage(content, operands.PASSWORD, context.level);
    if (isRefusal(found)) return refused(found);
    const work = newWork(view, context);
    const addition = await plannedAddition(work, owner, found.subject, found.pkcs8, operands);
    if (isRefusal(addition)) return refused(addition);
    for (const issuer of found.issuers) {
      const known = await view.byIssuerAndSerial(issuer.issuer.der, issuer.serial);
      if (known !== null) {
        work.messages.push(say('RNGT020I', { subject: listingName(issuer.subject) }));
        continue;
      }
      const plain = { owner: CERTAUTH, certificate: issuer, label: undefined, asked: null, key: null };
      const refusal = await install(work, { kind: 'addition', ...plain });
      if (refusal !== null) return refused(refusal);
    }
    const refusal = await install(work, addition);
    if (refusal !== null) return refused(refusal);
    return concluded(work.messages, { changes: work.changes });
  },
});
