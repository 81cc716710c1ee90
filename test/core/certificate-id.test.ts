import { describe, expect, it } from 'vitest';
import { certificateId } from '../../src/core/certificate-id.ts';
import { CERTAUTH, SITE, userOwner } from '../../src/core/owner.ts';

describe('certificate id', () => {
  it.each([
    [CERTAUTH, 'zOSMFCA', '2QiJmZmDhZmjganW4tTGw8FA'],
    [CERTAUTH, 'MQ CA', '2QiJmZmDhZmjgdTYQMPB'],
    [CERTAUTH, 'Lab Root CA', '2QiJmZmDhZmjgdOBgkDZlpajQMPB'],
    [userOwner('GTM'), 'GTM Certificate', '2QPH49TH49RAw4WZo4mGiYOBo4VA'],
    [userOwner('WEBSRV'), 'Web Server 2026', '2QbmxcLi2eXmhYJA4oWZpYWZQPLw8vZA'],
    [userOwner('WEBSRV'), 'PayGW 2026', '2QbmxcLi2eXXgajH5kDy8PL2'],
    [SITE, 'LAB SITE', '2QiJmZmiiaOFg9PBwkDiyePF'],
    [SITE, 'LabSite', '2QiJmZmiiaOFg9OBguKJo4VA'],
  ])('of %j %s is %s', (owner, label, id) => {
    expect(certificateId(owner, label)).toBe(id);
  });

  it('is null for a label that code page 1047 cannot hold', () => {
    expect(certificateId(CERTAUTH, 'Łódź')).toBeNull();
  });
});
