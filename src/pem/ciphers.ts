/** The block ciphers of password-based encryption, by what they need and how they are undone. */
import { createDecipheriv } from 'node:crypto';

export interface Cipher {
  readonly title: string;
  /** Bytes of key and of initialisation vector. */
  readonly keyLength: number;
  readonly ivLength: number;
  /** Links of a derivation that take as long as decrypting 1024 bytes; 0 for what OpenSSL does. */
  readonly price: number;
  /** Null when the padding is wrong, which is what a wrong key looks like; throws when the cipher cannot be had. */
  decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array | null>;
}

export function aesCbc(bits: 128 | 192 | 256): Cipher {
  return openssl(`AES-${bits}-CBC`, `aes-${bits}-cbc`, bits / 8, 16);
}

export const TRIPLE_DES: Cipher = openssl('3DES', 'des-ede3-cbc', 24, 8);
export const TWO_KEY_TRIPLE_DES: Cipher = openssl('2-key 3DES', 'des-ede-cbc', 16, 8);

/** OpenSSL 3 has no single DES, which is triple DES with one key three times. */
export const DES: Cipher = {
  title: 'DES',
  keyLength: 8,
  ivLength: 8,
  price: 0,
  decrypt: (key, iv, data) => TRIPLE_DES.decrypt(Buffer.concat([key, key, key]), iv, data),
};

export function rc2(bits: number, keyLength = bits / 8): Cipher {
  return {
    title: `RC2-${bits}`,
    keyLength,
    ivLength: 8,
    price: 600,
    decrypt: async (key, iv, data) => (await import('./old-ciphers.ts')).decryptRc2(key, bits, iv, data),
  };
}

export function rc4(bits: 40 | 128): Cipher {
  return {
    title: `RC4-${bits}`,
    keyLength: bits / 8,
    ivLength: 0,
    price: 64,
    decrypt: async (key, _iv, data) => (await import('./old-ciphers.ts')).decryptRc4(key, data),
  };
}

function openssl(title: string, name: string, keyLength: number, ivLength: number): Cipher {
  return {
    title,
    keyLength,
    ivLength,
    price: 0,
    decrypt: async (key, iv, data) => {
      const decipher = createDecipheriv(name, key, iv);
      const start = decipher.update(data);
      try {
        return Buffer.concat([start, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
