/**
 * System SSL and AT-TLS return codes as data: the `RC:` of EZD1286I and EZD1287I.
 *
 * z/OS Cryptographic Services System SSL Programming, "SSL function return codes"; IP Diagnosis Guide, AT-TLS
 * return codes (5000 and up). Each row says how sure it is; numbers and names which only other platforms'
 * lists print are left out above 430, because the lists part ways there.
 */

/** How sure a statement about z/OS is. */
export type CodeConfidence =
  /** read in a manual */
  | 'documented'
  /** seen in published output or in a vendor's account */
  | 'seen'
  /** follows from what is documented, though no page says it in one place */
  | 'deduced'
  /** remembered or guessed: shown only as "may" */
  | 'assumed';

export interface SystemSslCode {
  readonly code: number;
  /** The constant's name on z/OS, where known. */
  readonly name: string | null;
  readonly text: string;
  readonly confidence: CodeConfidence;
}

/** What is printed for a code without a row. */
export const UNLISTED_TEXT = 'not in table; see System SSL Programming, SSL function return codes';

type Row = readonly [code: number, name: string | null, text: string, confidence?: CodeConfidence];

const ROWS: readonly Row[] = [
  [0, 'GSK_OK', 'success'],
  [1, 'GSK_INVALID_HANDLE', 'handle not valid'],
  [3, 'GSK_INTERNAL_ERROR', 'internal error'],
  [4, 'GSK_INSUFFICIENT_STORAGE', 'not enough storage'],
  [5, 'GSK_INVALID_STATE', 'handle in the wrong state'],
  [6, 'GSK_KEY_LABEL_NOT_FOUND', 'key label not found'],
  [7, 'GSK_CERTIFICATE_NOT_AVAILABLE', 'no certificates available'],
  [8, 'GSK_ERR_CERT_VALIDATION', 'certificate validation error'],
  [9, 'GSK_ERR_CRYPTO', 'cryptographic processing error'],
  [10, 'GSK_ERR_ASN', 'ASN processing error'],
  [11, 'GSK_ERR_LDAP', 'LDAP processing error'],
  [12, 'GSK_ERR_UNKNOWN_ERROR', 'unexpected error'],
  [13, null, 'supplied structure size too small'],
  [14, null, 'required gsk_all_cipher_suites structure missing'],
  [101, 'GSK_OPEN_CIPHER_ERROR', 'cipher service open failed'],
  [102, 'GSK_KEYFILE_IO_ERROR', 'error reading the key database or ring'],
  [103, 'GSK_KEYFILE_INVALID_FORMAT', 'key database record format not valid'],
  [104, 'GSK_KEYFILE_DUPLICATE_KEY', 'duplicate key'],
  [105, 'GSK_KEYFILE_DUPLICATE_LABEL', 'duplicate label'],
  [106, 'GSK_BAD_FORMAT_OR_INVALID_PASSWORD', 'key database password not correct'],
  [109, 'GSK_NO_CA_CERTIFICATES', 'no certification authority certificates'],
  [201, 'GSK_NO_KEYFILE_PASSWORD', 'no key database password'],
  [202, 'GSK_KEYRING_OPEN_ERROR', 'cannot open the key database or ring'],
  [203, 'GSK_RSA_TEMP_KEY_PAIR', 'temporary key pair could not be generated'],
  [204, 'GSK_KEYFILE_PW_EXPIRED', 'key database password is expired'],
  [301, 'GSK_CLOSE_FAILED', 'close failed'],
  [302, 'GSK_CONNECTION_ACTIVE', 'connection is active'],
  [401, 'GSK_ERR_BAD_DATE', 'certificate is expired or not yet valid'],
  [402, 'GSK_ERR_NO_CIPHERS', 'no SSL cipher specifications'],
  [403, 'GSK_ERR_NO_CERTIFICATE', 'no certificate received from partner'],
  [404, 'GSK_ERR_BAD_CERTIFICATE', 'bad certificate type'],
  [405, 'GSK_ERR_UNSUPPORTED_CERTIFICATE_TYPE', 'certificate format not supported'],
  [406, 'GSK_ERR_IO', 'error while reading or writing data'],
  [407, 'GSK_ERR_BAD_KEYFILE_LABEL', 'key label does not exist or is not trusted'],
  [408, 'GSK_ERR_BAD_KEYFILE_PASSWORD', 'key database password is not correct'],
  [409, 'GSK_ERR_BAD_KEY_LEN_FOR_EXPORT', 'key too long for export'],
  [410, 'GSK_ERR_BAD_MESSAGE', 'SSL message format is incorrect'],
  [411, 'GSK_ERR_BAD_MAC', 'message verification failed'],
  [412, 'GSK_ERR_UNSUPPORTED', 'SSL protocol or certificate type is not supported'],
  [413, 'GSK_ERR_BAD_CERT_SIG', 'certificate signature is incorrect', 'deduced'],
  [414, 'GSK_ERR_BAD_CERT', 'certificate is not valid'],
  [415, 'GSK_ERR_BAD_PEER', 'partner violated the SSL protocol'],
  [416, 'GSK_ERR_PERMISSION_DENIED', 'not authorised'],
  [417, 'GSK_ERR_SELF_SIGNED', 'self-signed certificate cannot be validated'],
  [420, 'GSK_ERR_SOCKET_CLOSED', 'socket closed by partner'],
  [421, 'GSK_ERR_BAD_V2_CIPHER', 'SSL V2 cipher specification not valid'],
  [422, 'GSK_ERR_BAD_V3_CIPHER', 'SSL V3 cipher specification not valid'],
  [427, 'GSK_ERR_LDAP_NOT_AVAILABLE', 'LDAP server is not available', 'deduced'],
  [428, 'GSK_ERR_NO_PRIVATE_KEY', 'entry has no private key'],
  [429, 'GSK_ERR_BAD_V2_HEADER', 'SSL V2 header is not valid'],
  [431, 'GSK_ERR_CERTIFICATE_REVOKED', 'certificate is revoked'],
  [432, 'GSK_ERR_NO_NEGOTIATION', 'session renegotiation is not allowed'],
  [433, 'GSK_ERR_EXPORT_RESTRICTION', 'key exceeds the allowable export size', 'deduced'],
  [434, 'GSK_ERR_INCOMPATIBLE_KEY', 'certificate key is not compatible with the cipher suite'],
  [435, 'GSK_ERR_UNKNOWN_CA', 'certification authority is unknown'],
  [436, 'GSK_ERR_BAD_CRL', 'certificate revocation list cannot be processed', 'deduced'],
  [437, 'GSK_ERR_CONNECTION_CLOSED', 'close notification received from partner', 'deduced'],
  [438, 'GSK_ERR_INTERNAL_ERROR', 'internal error reported by partner', 'deduced'],
  [439, 'GSK_ERR_UNKNOWN_ALERT', 'unknown alert received from partner', 'deduced'],
  [440, 'GSK_ERR_INCORRECT_KEY_USAGE', 'incorrect key usage'],
  [445, 'GSK_ERR_TLS_EXTENSION_MISMATCH', 'unexpected TLS extension', 'assumed'],
  [446, 'GSK_ERR_REQ_TLS_EXTENSION_REJECTED', 'required TLS extension was rejected', 'assumed'],
  [447, 'GSK_ERR_UNRECOGNIZED_NAME', 'server name is not recognised', 'assumed'],
  [449, 'GSK_ERR_BAD_MSG_LEN', 'TLS extension data is badly formed', 'assumed'],
  [453, 'GSK_ERR_BAD_EC_PARAMS', 'elliptic curve is not supported or its parameters are not valid', 'assumed'],
  [467, null, 'signature algorithm is not in the signature algorithm pairs list'],
  [501, 'GSK_INVALID_BUFFER_SIZE', 'buffer size is not valid', 'deduced'],
  [502, 'GSK_WOULD_BLOCK', 'operation would block'],
  [503, 'GSK_WOULD_BLOCK_READ', 'read would block', 'deduced'],
  [504, 'GSK_WOULD_BLOCK_WRITE', 'write would block', 'deduced'],
  [505, 'GSK_ERR_RECORD_OVERFLOW', 'record overflow', 'deduced'],
  [528, null, 'key length is too small for TLS V1.3', 'seen'],
  [604, null, 'send sequence number is near its maximum'],
  [5001, null, 'client authentication is required but the client sent no certificate'],
  [5002, null, 'the client certificate is not mapped to a user in SAF'],
  [5003, null, 'clear text received where secure data was expected'],
  [5004, null, 'no secure data within the handshake timeout'],
  [5005, null, 'handshake not completed in time', 'assumed'],
  [5006, null, 'AT-TLS or System SSL failed to initialise in the group'],
];

export const SYSTEM_SSL_CODES: readonly SystemSslCode[] = ROWS.map(([code, name, text, confidence]) => ({
  code,
  name,
  text,
  confidence: confidence ?? 'documented',
}));

let byCode: ReadonlyMap<number, SystemSslCode> | undefined;

/** The row of a code, or null. */
export function systemSslCode(code: number): SystemSslCode | null {
  byCode ??= new Map(SYSTEM_SSL_CODES.map((row) => [row.code, row]));
  return byCode.get(code) ?? null;
}
