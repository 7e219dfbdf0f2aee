import {
  type ApiDescriptor,
  clientCredentials,
  writeApiKey,
  writeAuthorization,
  writeBasic,
  writeBearer,
} from "@specwright/runtime";

/** In every secret: whatever a secret is written in, these signs stay as they are. Only base64 hides them. */
export const CANARY = "C4n4ry";

/** What headers can carry, and what JSON, URLs and regular expressions write in another way. */
const key = `sk_"${CANARY}\\/+%&=ü(.*)`;
const password = `${key}€`;

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A client's credentials for one Security Scheme. */
export interface Scheme {
  readonly descriptor: ApiDescriptor["security"][string];
  /** The value of its option. */
  readonly given: unknown;
  /** What must not be told, beside whatever holds the canary. */
  readonly hidden: readonly string[];
}

const ofKey = (place: "header" | "query" | "cookie", name: string): Scheme => ({
  descriptor: { type: "apiKey", in: place, name, option: "own", write: writeApiKey },
  given: key,
  hidden: [],
});

/** Every kind of Security Scheme that a client has credentials for. OpenAPI 3.1, section 4.8.27. */
export const SCHEMES: Readonly<Record<string, Scheme>> = {
  "user name and password": {
    descriptor: { type: "http", scheme: "basic", option: "own", write: writeBasic },
    given: { username: "shop", password },
    hidden: [base64(`shop:${password}`)],
  },
  "a user name that is a secret": {
    descriptor: { type: "http", scheme: "basic", password: "", option: "own", write: writeBasic },
    given: password,
    hidden: [base64(`${password}:`)],
  },
  "a bearer token": {
    descriptor: { type: "http", scheme: "bearer", option: "own", write: writeBearer },
    given: key,
    hidden: [],
  },
  "a token that a function gives": {
    descriptor: { type: "http", scheme: "bearer", option: "own", write: writeBearer },
    given: () => Promise.resolve(key),
    hidden: [],
  },
  "what another scheme of HTTP takes": {
    descriptor: {
      type: "http",
      scheme: "other",
      name: "Digest",
      option: "own",
      write: writeAuthorization,
    },
    given: key,
    hidden: [],
  },
  "a key in a header": ofKey("header", "X-Api-Key"),
  "a key in a header of a harmless name": ofKey("header", "X-Shop"),
  "a key in the query": ofKey("query", "api_key"),
  "a key in a cookie": ofKey("cookie", "session"),
  "a token of OAuth 2.0": {
    descriptor: { type: "oauth2", option: "own", write: writeBearer },
    given: tokens("header", 200),
    hidden: [base64(["shop", `${key}_client`].map(encodeURIComponent).join(":"))],
  },
  "a token of OAuth 2.0 that is refused": {
    descriptor: { type: "oauth2", option: "own", write: writeBearer },
    given: tokens("header", 401),
    hidden: [base64(["shop", `${key}_client`].map(encodeURIComponent).join(":"))],
  },
  "a token of OAuth 2.0 that is refused in a body": {
    descriptor: { type: "oauth2", option: "own", write: writeBearer },
    given: tokens("body", 0),
    hidden: [],
  },
};

/** @param status Of the answer, which quotes what it was asked with; 0: none comes, and the error quotes it. */
function tokens(sendIn: "header" | "body", status: number): () => Promise<string> {
  return clientCredentials({
    tokenUrl: "https://id.example.com/token",
    clientId: "shop",
    clientSecret: `${key}_client`,
    sendIn,
    fetch: (_, { headers, body }) => {
      const quoted = JSON.stringify([headers, body]);
      if (status === 0) return Promise.reject(new Error(quoted, { cause: quoted }));
      const answer = status === 200 ? { access_token: key } : { error: quoted };
      return Promise.resolve(Response.json(answer, { status }));
    },
  });
}
