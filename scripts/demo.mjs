/**
 * The demonstration: certificates of 2010 that z/OS would refuse, the same made right, and a mutual TLS 1.3
 * connection with certificates of our own. Everything lies in a temporary folder that is removed at the end.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import * as tls from 'node:tls';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ringtool-demo-'));
const children = [];
const started = Date.now();

function clean() {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
process.on('exit', clean);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const say = (text = '') => console.log(text);
const chapter = (title) => say(`\n== ${title} ${'='.repeat(Math.max(3, 76 - title.length))}\n`);

/** Runs ringtool on the screen; fails the demonstration when the exit code is not the expected one. */
function ringtool(args, { expect = 0, show = () => true } = {}) {
  const shown = args
    .map((arg) => (/[^\w./=@:-]/.test(arg) ? `'${arg}'` : arg))
    .map((arg) => arg.replaceAll(`${folder}/`, ''));
  say(`$ ringtool ${shown.join(' ')}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/ringtool.cjs'), ...args], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  });
  const text = (stdout + stderr).replaceAll(`${folder}/`, '').trimEnd();
  for (const line of text.split('\n').filter(show)) say(line);
  if (status !== expect) throw new Error(`ringtool ended with ${status}, expected ${expect}`);
  return stdout + stderr;
}

const example = (name) => relative(root, join(root, 'examples', name));
const inFolder = (name) => join(folder, name);

/** A port nobody listens on just now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port) {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens on port ${port}`);
}

/** Sends `data` and waits for all of it to come back. */
function exchange(socket, data) {
  return new Promise((resolve, reject) => {
    const parts = [];
    let length = 0;
    socket.setTimeout(15_000, () => reject(new Error('no answer within 15 seconds')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (part) => {
      parts.push(part);
      length += part.length;
      if (length >= data.length) resolve(Buffer.concat(parts));
    });
    socket.write(data);
  });
}

function startStunnel(bundle) {
  // The bundle logs notices only; the agreed cipher is said one level below.
  const file = join(bundle, 'stunnel.conf');
  writeFileSync(file, readFileSync(file, 'utf8').replace('debug = notice', 'debug = info'));
  const child = spawn('stunnel', [join(bundle, 'stunnel.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  let log = '';
  child.stderr.on('data', (part) => {
    log += part;
  });
  return { log: () => log };
}

const stunnelInstalled = () =>
  (process.env.PATH ?? '').split(delimiter).some((place) => place && existsSync(join(place, 'stunnel')));

function conclude(data, answer, protocol) {
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  if (digest(data) !== digest(answer)) throw new Error('the data came back changed');
  say(`${data.length} bytes went through and came back unchanged (SHA-256 ${digest(answer)}...).`);
  say(`Protocol: ${protocol}`);
}

async function throughStunnel(ports, data) {
  const server = startStunnel(inFolder('server'));
  const client = startStunnel(inFolder('client'));
  const echo = createServer((socket) => socket.pipe(socket)).listen(ports.plain, '127.0.0.1');
  await Promise.all([untilListening(ports.tls), untilListening(ports.local)]);
  const socket = connect(ports.local, '127.0.0.1');
  const answer = await exchange(socket, data);
  socket.destroy();
  echo.close();
  const agreed = /(TLSv[\d.]+) ciphersuite: (\S+)/.exec(client.log() + server.log());
  if (agreed?.[1] !== 'TLSv1.3') throw new Error('stunnel does not say that it speaks TLS 1.3');
  conclude(data, answer, `TLS 1.3, ${agreed[2]}; both ends have checked the other's certificate.`);
}

async function throughNode(ports, data) {
  const options = (side, name) => ({
    key: readFileSync(inFolder(`${side}/${name}.key.pem`)),
    cert: readFileSync(inFolder(`${side}/${name}.crt.pem`)),
    ca: readFileSync(inFolder(`${side}/${name}.ca.pem`)),
    minVersion: 'TLSv1.3',
  });
  const server = tls.createServer(
    { ...options('server', 'servercert'), requestCert: true, rejectUnauthorized: true },
    (socket) => socket.pipe(socket),
  );
  await new Promise((resolve) => server.listen(ports.tls, '127.0.0.1', resolve));
  const socket = tls.connect({
    ...options('client', 'clientcert'),
    host: '127.0.0.1',
    port: ports.tls,
    servername: 'localhost',
  });
  const answer = await exchange(socket, data);
  conclude(
    data,
    answer,
    `${socket.getProtocol().replace('v', ' ')}, ${socket.getCipher().standardName}; both ends have checked the other's certificate.`,
  );
  socket.destroy();
  server.close();
}

async function demo() {
  say('ringtool rehearses z/OS certificates and key rings. It is an emulation: no mainframe is asked.');

  chapter('1. The ring as a deck of 2010 made it');
  const old = ['--store', inFolder('old')];
  ringtool(['run', ...old, '--now', '2010-03-01', example('abctls-1024.tso')]);
  say('\nIs it fit for TLS 1.3 today?\n');
  const verdict = ringtool(['audit', ...old, 'TCPCS/TLSRING'], { expect: 1 });
  for (const code of ['528', '401']) if (!verdict.includes(code)) throw new Error(`the audit does not name ${code}`);

  chapter('2. The same ring made right');
  const right = ['--store', inFolder('right')];
  ringtool(['run', ...right, example('abctls-2048.tso')]);
  say('\nAnd now?\n');
  ringtool(['audit', ...right, 'TCPCS/TLSRING']);

  chapter('3. A CA, a server, a client, and a partner without a mainframe');
  const mutual = ['--store', inFolder('mutual')];
  ringtool(['run', ...mutual, example('mutual-tls.tso')]);
  writeFileSync(inFolder('partner.pw'), `${randomBytes(12).toString('base64url')}\n`, { mode: 0o600 });
  const secret = ['--password-file', inFolder('partner.pw')];
  say('\nA PKCS#12 package for the partner:\n');
  ringtool([
    'export',
    'p12',
    ...mutual,
    '--ring',
    'XCOM/XCOMRING',
    '--label',
    'clientcert',
    '--out',
    inFolder('partner.p12'),
    ...secret,
  ]);
  ringtool(['inspect', inFolder('partner.p12'), ...secret], {
    show: (line) => /PKCS|Encryption|MAC|Subject:|Private/.test(line),
  });

  say('\nA stunnel bundle for each end:\n');
  const ports = { plain: await freePort(), tls: await freePort(), local: await freePort() };
  const bundle = ['export', 'stunnel', ...mutual, '--ring', 'XCOM/XCOMRING', '--log', 'foreground'];
  ringtool([
    ...bundle,
    '--label',
    'servercert',
    '--role',
    'server',
    '--accept',
    `127.0.0.1:${ports.tls}`,
    '--connect',
    `127.0.0.1:${ports.plain}`,
    '--service',
    'zos-to-linux',
    '--out',
    inFolder('server'),
  ]);
  ringtool([
    ...bundle,
    '--label',
    'clientcert',
    '--role',
    'client',
    '--accept',
    `127.0.0.1:${ports.local}`,
    '--connect',
    `127.0.0.1:${ports.tls}`,
    '--host',
    'localhost',
    '--service',
    'linux-to-zos',
    '--out',
    inFolder('client'),
  ]);

  chapter('4. Mutual TLS 1.3 with these certificates');
  const data = randomBytes(65_536);
  if (stunnelInstalled()) {
    say('Through two stunnels: program -> stunnel client -> TLS -> stunnel server -> program.');
    await throughStunnel(ports, data);
  } else {
    say('stunnel is not installed, so the same files are used by node:tls at both ends.');
    await throughNode(ports, data);
  }
  say(`\nDone in ${((Date.now() - started) / 1000).toFixed(1)} seconds; ${folder} is removed.`);
}

demo().then(
  () => process.exit(0),
  (error) => {
    console.error(`demo: ${error.message}`);
    process.exit(1);
  },
);
