// oxlint-disable-next-line import/no-unassigned-import -- What the certificates' library asks for.
import "reflect-metadata";
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

/** A certificate and its key, PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** Who vouches for certificates, for the time of a test. */
export interface Authority {
  /** Its own certificate. */
  readonly pem: string;
  /** @param name The common name, and a name of the host. */
  issue(name: string): Promise<Identity>;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const HOUR = 3_600_000;

/** Makes an authority with a key of its own. */
export async function createAuthority(name: string): Promise<Authority> {
  const issuer = `CN=${name}`;
  const keys = await newKeys();
  const own = await X509CertificateGenerator.createSelfSigned({
    name: issuer,
    keys,
    notBefore: hoursFromNow(-1),
    notAfter: hoursFromNow(1),
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    pem: own.toString("pem"),
    async issue(subject) {
      const { publicKey, privateKey } = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        subject: `CN=${subject}`,
        issuer,
        publicKey,
        signingKey: keys.privateKey,
        notBefore: hoursFromNow(-1),
        notAfter: hoursFromNow(1),
        signingAlgorithm: algorithm,
        extensions: [new SubjectAlternativeNameExtension([{ type: "dns", value: "localhost" }])],
      });
      const bytes = await crypto.subtle.exportKey("pkcs8", privateKey);
      return {
        cert: certificate.toString("pem"),
        key: PemConverter.encode(bytes, "PRIVATE KEY"),
      };
    },
  };
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * HOUR);
}
