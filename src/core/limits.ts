/**
 * Bounds on every input, in one place: a hostile file meets a number, not the end of memory.
 *
 * Sizes are bytes unless the name says otherwise.
 */
export const LIMITS = {
  /** One input data set or file that may hold certificates. Real ones stay far below a mebibyte. */
  certificateFile: 16 * 1024 * 1024,
  /** A PEM bundle given to an audit: 100,000 certificates of 2 KiB with room to spare. */
  auditFile: 1024 * 1024 * 1024,
  /** One file of a store that grows with it: a bucket of the index, or the journal of a large commit. */
  storeFile: 1024 * 1024 * 1024,
  /** A command file or a job. */
  commandFile: 16 * 1024 * 1024,
  /** Lines of a command file or a job: real ones have thousands. */
  jobLines: 500_000,
  /** Lines that one JCL statement may take: far beyond any real one. */
  jclStatementLines: 500,
  /** Procedures and INCLUDE groups in each other, and IF in IF: z/OS takes 15. */
  jclNesting: 15,
  /** Characters of one symbol: JCL's own bound. */
  jclSymbol: 255,
  /** Lines of a job once its procedures are expanded: a procedure that calls many meets it. */
  jclExpandedLines: 1_000_000,
  /** Characters that symbols may add to a job, all together. */
  jclExpansion: 64 * 1024 * 1024,
  /** One logical command after continuation, in characters; TSO itself takes 32,767. */
  commandLength: 32_767,
  /** Characters of a task list or playbook. */
  yamlFile: 1024 * 1024,
  /** Values in one, aliases counted as often as they are used. */
  yamlNodes: 100_000,
  /** Lists and maps inside each other. */
  yamlDepth: 64,
  /** Lines of a document with commands in it; a book has fewer. */
  documentLines: 20_000,
  /** Blocks of code in it. */
  documentBlocks: 500,
  /** What a stand-in for a command of z/OS tells the running job: a whole job may be submitted. */
  standInMessage: 20 * 1024 * 1024,
  /** Nested parentheses in a command. */
  commandDepth: 32,
  /** One DER or BER value inside another. */
  derDepth: 64,
  /** Values side by side in one DER value: far above any certificate, far below the end of memory. */
  derChildren: 100_000,
  /** Bytes of one object identifier; the longest in use have fewer than 32. */
  objectIdentifier: 128,
  /** One certificate or request in DER. The largest in the field, with thousands of names, stay below 100 KiB. */
  certificate: 1024 * 1024,
  /** PEM blocks in one certificate data set. */
  pemBlocks: 10_000,
  /** Characters between `BEGIN ` and the dashes: RFC 7468 sets no bound, the longest in use has 23. */
  pemLabel: 64,
  /** Elements of one container in a package: the largest honest ones hold a certificate or two an element. */
  packageElements: 20_000,
  /** Bags within bags (RFC 7292 4.2.6): nobody writes one, so few are enough. */
  packageNesting: 4,
  /** Certificates in one PKCS #7 or PKCS #12 package. */
  packageCertificates: 1_000,
  /** Iterations of a password-based derivation we are willing to run for a file somebody else wrote. */
  pkcs12Iterations: 10_000_000,
  /** Bytes that a scrypt derivation may fill (128 * N * r), for such a file. */
  scryptMemory: 256 * 1024 * 1024,
  /** Bytes of a derived key: the longest that anything here takes is an HMAC key of one block. */
  derivedKey: 1024,
  /** Issuers above a leaf that a chain may have. */
  chainLength: 32,
  /** One exec: real ones stay far below, and one that does not end meets a number. */
  rexx: {
    /** Words and signs of an exec: some 50,000 lines. */
    tokens: 500_000,
    /** Blocks in blocks, as on z/OS. */
    blocks: 250,
    /** Parentheses and calls within each other in one expression. */
    expression: 100,
    /** Routines that have called each other (each counts as five), and the expressions between them. */
    depth: 1_000,
    /** Clauses run; long strings count as several. */
    clauses: 1_000_000,
    /** Commands given to TSO: each costs what thousands of clauses do. */
    commands: 100_000,
    /** Characters of one string. */
    string: 1_000_000,
    /** Characters in all variables and the data stack, with `perVariable` for each. */
    storage: 32_000_000,
    perVariable: 64,
    /** Buffers of one data stack, and data stacks. */
    buffers: 1_000,
    /** NUMERIC DIGITS. */
    digits: 1_000,
    /** The largest exponent of a number, by the language. */
    exponent: 999_999_999,
  },
} as const;
