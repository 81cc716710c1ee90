/** Every command of the program, by hand, in the order help shows them. Loading one loads no other. */
import type { Listed } from '../command.ts';

export const COMMANDS: readonly Listed[] = [
  {
    name: 'racdcert',
    summary: 'run RACDCERT commands: one from the arguments, or many from standard input',
    load: async () => (await import('./racdcert.ts')).racdcert,
  },
  {
    name: 'tso',
    summary: 'run RACDCERT and the TSO and RACF commands around it',
    load: async () => (await import('./tso.ts')).tso,
  },
  {
    name: 'run',
    summary: 'run the commands of files: JCL, REXX, shell, Ansible, Zowe, Markdown, plain ones',
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'shims',
    summary: 'write stand-ins for tsocmd and other z/OS commands, for scripts to find on the PATH',
    load: async () => (await import('./shims.ts')).shims,
  },
  {
    name: 'stand-in',
    summary: 'what the stand-ins call',
    hidden: true,
    load: async () => (await import('./stand-in.ts')).standIn,
  },
  {
    name: 'explain',
    summary: 'say what a command means, what is filled in, and what it would do',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'audit',
    summary: 'check stores, rings and certificate files for TLS 1.3',
    load: async () => (await import('./audit.ts')).audit,
  },
  {
    name: 'inspect',
    summary: 'show what is in a certificate, request, package or key file',
    load: async () => (await import('./inspect.ts')).inspect,
  },
  {
    name: 'export stunnel',
    summary: 'write a stunnel configuration with key, chain and CA file for a ring',
    load: async () => (await import('./export-stunnel.ts')).exportStunnel,
  },
  {
    name: 'export pem',
    summary: 'write key, certificate chain and CA certificates as PEM files',
    load: async () => (await import('./export-pem.ts')).exportPem,
  },
  {
    name: 'export p12',
    summary: 'write a PKCS#12 package that a given program can read',
    load: async () => (await import('./export-p12.ts')).exportP12,
  },
  {
    name: 'store info',
    summary: 'say what the store holds and where it lies',
    load: async () => (await import('./store-info.ts')).storeInfo,
  },
  {
    name: 'store check',
    summary: 'check every file of the store, and with --repair rebuild what is derived',
    load: async () => (await import('./store-check.ts')).storeCheck,
  },
  {
    name: 'store backup',
    summary: 'copy the store, whole and unchanged, to a new folder',
    load: async () => (await import('./store-backup.ts')).storeBackup,
  },
  {
    name: 'store history',
    summary: 'show who changed what, newest first',
    load: async () => (await import('./store-history.ts')).storeHistory,
  },
  {
    name: 'store list',
    summary: 'list every certificate with its owner and expiry',
    load: async () => (await import('./store-list.ts')).storeList,
  },
  {
    name: 'about fidelity',
    summary: 'which messages are documented, seen, assumed or our own',
    load: async () => (await import('./about-fidelity.ts')).aboutFidelity,
  },
];
