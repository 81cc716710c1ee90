/** The bundle: what is in it, what it refuses, and that two real stunnels talk through what it wrote. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readPemBlocks } from '../../src/pem/armor.ts';
import { stunnelBundle, type StunnelBundleInput } from '../../src/pem/stunnel-bundle.ts';
import { itWith, temporaryFolder } from '../peers.ts';
import { PKI } from './pki.ts';

const template = readFileSync(fileURLToPath(new URL('../../templates/stunnel.conf', import.meta.url)), 'utf8');

const client: StunnelBundleInput = {
  template,
  role: 'client',
  label: 'XCOM client',
  leaf: PKI.client,
  intermediates: [PKI.ca],
  anchors: [PKI.root],
  pkcs8: PKI.clientKey,
  service: 'xcom service',
  accept: '127.0.0.1:12347',
  connect: 'zos.example.com:12346',
};
const server: StunnelBundleInput = {
  ...client,
  role: 'server',
  label: 'Elm',
  leaf: PKI.server,
  pkcs8: PKI.serverKey,
  accept: '127.0.0.1:12346',
  connect: '127.0.0.1:8044',
};

const textOf = (input: StunnelBundleInput, suffix: string): string => {
  const file = stunnelBundle(input).find(({ name }) => name.endsWith(suffix));
  return Buffer.from(file?.bytes ?? []).toString('utf8');
};
/** Options of the configuration, without comments and blank lines. */
const options = (input: StunnelBundleInput): string[] =>
  textOf(input, '.conf')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(';'));

describe('files', () => {
  it('are four, and only the key is closed to others', () => {
    expect(stunnelBundle(client).map(({ name, mode }) => `${name} ${mode.toString(8)}`)).toEqual([
      'stunnel.conf 644',
      'xcom-client.crt.pem 644',
      'xcom-client.key.pem 600',
      'xcom-client.ca.pem 644',
    ]);
  });

  it('hold the leaf, then its intermediates; the authorities apart', () => {
    const blocks = (suffix: string): string[] =>
      readPemBlocks(textOf(client, suffix)).map(({ label, bytes }) => `${label} ${Buffer.from(bytes).toString('hex')}`);
    const hex = (der: Uint8Array): string => Buffer.from(der).toString('hex');
    expect(blocks('.crt.pem')).toEqual([`CERTIFICATE ${hex(PKI.client)}`, `CERTIFICATE ${hex(PKI.ca)}`]);
    expect(blocks('.ca.pem')).toEqual([`CERTIFICATE ${hex(PKI.root)}`]);
    expect(blocks('.key.pem')).toEqual([`PRIVATE KEY ${hex(PKI.clientKey)}`]);
  });

  it('get their names from the label, or as asked', () => {
    const first = (label: string): string | undefined => stunnelBundle({ ...client, label })[1]?.name;
    expect(first('ABCTLS CA / "x"')).toBe('abctls-ca-x.crt.pem');
    expect(first('../../etc/passwd')).toBe('etc-passwd.crt.pem');
    expect(first('***')).toBe('certificate.crt.pem');
    expect(stunnelBundle({ ...client, name: 'mine' })[1]?.name).toBe('mine.crt.pem');
  });
});

describe('configuration', () => {
  const TLS = [
    'sslVersionMin = TLSv1.3',
    'ciphersuites = TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256',
    'curves = P-256:P-384:X25519',
    'securityLevel = 2',
  ];
  const GLOBAL = ['syslog = yes', 'pid =', 'debug = notice'];

  it('of a client checks the name of the server', () => {
    expect(options(client)).toEqual([
      ...GLOBAL,
      '[xcom service]',
      'client = yes',
      'accept = 127.0.0.1:12347',
      'connect = zos.example.com:12346',
      ...TLS,
      'cert = xcom-client.crt.pem',
      'key = xcom-client.key.pem',
      'CAfile = xcom-client.ca.pem',
      'verifyChain = yes',
      'checkHost = zos.example.com',
    ]);
  });

  it('of a server asks for a certificate of its authorities', () => {
    expect(options({ ...server, folder: '/etc/stunnel/', log: 'foreground' })).toEqual([
      'foreground = yes',
      'syslog = no',
      'pid =',
      'debug = notice',
      '[xcom service]',
      'accept = 127.0.0.1:12346',
      'connect = 127.0.0.1:8044',
      ...TLS,
      'cert = /etc/stunnel/elm.crt.pem',
      'key = /etc/stunnel/elm.key.pem',
      'CAfile = /etc/stunnel/elm.ca.pem',
      'verifyChain = yes',
    ]);
  });

  it.each<[string, Partial<StunnelBundleInput>, readonly string[]]>([
    ['an address is checked as one', { connect: '10.0.0.5:1' }, ['checkIP = 10.0.0.5']],
    ['an IPv6 address too', { connect: '::1:1' }, ['checkIP = ::1']],
    [
      'a name given for an address is asked for as well',
      { connect: '10.0.0.5:1', checkHost: 'zos' },
      ['checkHost = zos', 'sni = zos'],
    ],
    ['a port alone needs a name', { connect: '1', checkHost: 'zos' }, ['checkHost = zos', 'sni = zos']],
    ['both can be given', { checkHost: 'zos', checkIp: '10.0.0.5' }, ['checkHost = zos', 'checkIP = 10.0.0.5']],
  ])('%s', (_, change, expected) => {
    expect(options({ ...client, ...change }).filter((line) => /^(check|sni)/.test(line))).toEqual(expected);
  });
});

describe('refusals', () => {
  it.each<[string, Partial<StunnelBundleInput>, string]>([
    ['no key', { pkcs8: null }, 'bundle/no-key'],
    ['no authority', { anchors: [] }, 'bundle/incomplete-chain'],
    ['a service with a line end', { service: 'x\nexec = /bin/sh' }, 'bundle/bad-value'],
    ['a service with a carriage return', { service: 'x\rexec' }, 'bundle/bad-value'],
    ['a service with a bracket', { service: 'x]' }, 'bundle/bad-value'],
    ['a service with a blank at its end', { service: 'x ' }, 'bundle/bad-value'],
    ['an empty service', { service: '' }, 'bundle/bad-value'],
    ['a service beyond ASCII', { service: 'x\u2028y' }, 'bundle/bad-value'],
    ['a port out of range', { accept: '127.0.0.1:70000' }, 'bundle/bad-value'],
    ['port zero', { accept: '0' }, 'bundle/bad-value'],
    ['an endpoint without port', { connect: 'zos.example.com' }, 'bundle/bad-value'],
    ['an endpoint with a line end', { connect: 'zos\nexec=x:1' }, 'bundle/bad-value'],
    ['an endpoint with a line end behind', { connect: 'zos:1\n' }, 'bundle/bad-value'],
    ['a host with blanks', { connect: 'a b:1' }, 'bundle/bad-value'],
    ['a host that is a path', { connect: '/tmp/x:1' }, 'bundle/bad-value'],
    ['a client that knows a port only', { connect: '12346' }, 'bundle/bad-value'],
    ['a name to check with a line end', { checkHost: 'zos\nverifyChain = no' }, 'bundle/bad-value'],
    ['an address to check that is none', { checkIp: '10.0.0' }, 'bundle/bad-value'],
    ['a folder with a line end', { folder: '/etc\nexec = x' }, 'bundle/bad-value'],
    ['a folder that is relative', { folder: 'etc' }, 'bundle/bad-value'],
  ])('%s', (_, change, code) => {
    expect(() => stunnelBundle({ ...client, ...change })).toThrow(expect.objectContaining({ code }));
  });

  it.each(['12346', 'localhost:12346', '127.0.0.1:12346'])('makes no tunnel into itself: %s', (connect) => {
    expect(() => stunnelBundle({ ...client, accept: '127.0.0.1:12346', connect, checkHost: 'a.example.com' })).toThrow(
      expect.objectContaining({ code: 'bundle/bad-value' }),
    );
  });
});

describe('with stunnel', () => {
  const started: ChildProcess[] = [];
  const servers: Server[] = [];
  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    for (const one of servers) one.close();
  });

  async function listen(onConnection: (socket: Socket) => void): Promise<number> {
    const one = createServer(onConnection);
    servers.push(one);
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
    return (one.address() as AddressInfo).port;
  }

  async function freePort(): Promise<number> {
    const one = createServer().listen(0, '127.0.0.1');
    await once(one, 'listening');
    const { port } = one.address() as AddressInfo;
    one.close();
    await once(one, 'close');
    return port;
  }

  /** Writes a bundle and starts stunnel on it; resolves when it says that it is configured. */
  async function start(input: StunnelBundleInput): Promise<{ readonly said: () => string }> {
    const folder = join(temporaryRoot, input.role + started.length);
    mkdirSync(folder, { mode: 0o700 });
    for (const { name, bytes, mode } of stunnelBundle({ ...input, folder, log: 'foreground' })) {
      writeFileSync(join(folder, name), bytes, { mode });
    }
    const child = spawn('stunnel', [join(folder, 'stunnel.conf')], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    let said = '';
    child.stdout?.on('data', (chunk) => (said += String(chunk)));
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    while (!said.includes('Configuration successful')) {
      if (child.exitCode !== null) throw new Error(`stunnel stopped: ${said}`);
      await pause(20);
    }
    return { said: () => said };
  }

  /** Not `once`, which gives up on an error: a connection that is turned away ends with one. */
  const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

  async function ask(port: number, question: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
      if (answer.length >= question.length) socket.end();
    });
    socket.on('error', () => {});
    socket.write(question);
    await closed(socket);
    return answer;
  }

  const temporaryRoot = temporaryFolder();

  itWith(
    ['stunnel'],
    'a client and a server carry data over mutual TLS 1.3, and strangers are turned away',
    async () => {
      const echo = await listen((socket) => {
        socket.on('error', () => {});
        socket.on('data', (chunk) => socket.write(String(chunk).toUpperCase()));
        socket.on('end', () => socket.end());
      });
      const [tls, entry] = [await freePort(), await freePort()];
      const behind = await start({ ...server, accept: `127.0.0.1:${tls}`, connect: `127.0.0.1:${echo}` });
      const front = await start({ ...client, accept: `127.0.0.1:${entry}`, connect: `localhost:${tls}` });
      expect(await ask(entry, 'through the tunnel')).toBe('THROUGH THE TUNNEL');
      for (const { said } of [behind, front]) {
        expect(said()).not.toMatch(/Insecure file permissions|needs authentication/);
      }

      // A partner that checks another name refuses the server, although the chain is right.
      const wrongName = await freePort();
      const suspicious = await start({
        ...client,
        accept: `127.0.0.1:${wrongName}`,
        connect: `localhost:${tls}`,
        checkHost: 'other.example.com',
      });
      expect(await ask(wrongName, 'hello')).toBe('');
      expect(suspicious.said()).toMatch(/certificate verify failed|No matching host name/i);

      // Without a certificate nobody gets in; and the one protocol spoken is TLS 1.3.
      const stranger = connectTls({ host: '127.0.0.1', port: tls, rejectUnauthorized: false });
      stranger.on('error', () => {});
      stranger.on('secureConnect', () => expect(stranger.getProtocol()).toBe('TLSv1.3'));
      let heard = '';
      stranger.on('data', (chunk) => (heard += String(chunk)));
      stranger.write('hello');
      await closed(stranger);
      expect(heard).toBe('');

      const old = connectTls({ host: '127.0.0.1', port: tls, rejectUnauthorized: false, maxVersion: 'TLSv1.2' });
      const [refusal] = (await once(old, 'error')) as [NodeJS.ErrnoException];
      expect(refusal.code).toMatch(/ALERT_PROTOCOL_VERSION|ECONNRESET/);
    },
  );
});
