import 'reflect-metadata';
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { readOrCreateSecret } from './kept-file';

/** A P-256 key with its certificate. Plain data, so that it can be handed to a worker thread. Never log it. */
export interface SigningKey {
  /** The secret number, 32 bytes. */
  readonly secret: Uint8Array;
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** SHA-256 of the certificate, hex. What a verifier compares with the fingerprints that the organiser made known. */
  readonly fingerprint: string;
}

/** Whom the certificate names. */
export interface SigningSubject {
  readonly commonName: string;
  readonly organisation: string;
}

const organiser: SigningSubject = { commonName: 'Handelshøyskolen BI, kursbevis', organisation: 'Handelshøyskolen BI' };

/**
 * The key of two PEM texts: PKCS #8 (or SEC 1) and X.509.
 * @throws Error when the key is not on P-256, or is not the certificate's
 */
export const signingKeyFromPem = (keyPem: string, certificatePem: string): SigningKey => {
  const privateKey = createPrivateKey(keyPem);
  const certificate = new X509Certificate(certificatePem);
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('The signing key is not on P-256');
  if (!certificate.checkPrivateKey(privateKey)) throw new Error('The certificate is not that of the signing key');
  const { d } = privateKey.export({ format: 'jwk' });
  return {
    secret: new Uint8Array(Buffer.from(d!, 'base64url')),
    certificate: new Uint8Array(certificate.raw),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
};

/** The text of a new key with its self-signed certificate, as its file holds both. */
export const newSigningKey = async ({ commonName, organisation }: SigningSubject = organiser): Promise<string> => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // The first bit cleared and the second set: positive, and of full length.
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial.toString('hex'),
      name: [{ CN: [commonName] }, { O: [organisation] }, { C: ['NO'] }],
      // Classes that ended years ago are taken in with their own issue instants; each must lie in the validity.
      notBefore: new Date('2015-01-01T00:00:00Z'),
      notAfter: new Date('2049-12-31T23:59:59Z'),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`;
};

const block = (pem: string, label: string): string => {
  const found = new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(pem);
  if (!found) throw new Error(`The signing key file lacks its ${label}`);
  return found[0];
};

/** The key in such a text: key and certificate in one, so that one cannot come without the other. */
export const signingKeyFrom = (pem: string): SigningKey =>
  signingKeyFromPem(block(pem, 'PRIVATE KEY'), block(pem, 'CERTIFICATE'));

/** The signing key kept in `signing-key.pem` of the folder; made at first use. Safe when several processes start at once. */
export const loadOrCreateSigningKey = async (
  folder: string,
  subject: SigningSubject = organiser,
): Promise<SigningKey> =>
  signingKeyFrom(await readOrCreateSecret(folder, 'signing-key.pem', () => newSigningKey(subject)));
