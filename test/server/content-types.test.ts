import { toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../judges/sample-values.ts";
import { exchange, serve, type Served } from "./raw-socket.ts";
import { createThings } from "./things.ts";

// One meaning, many spellings: whatever the spelling, a body is decoded as what its type says, and refused where the type
// says what is not read here. What the type says is known beforehand, for it is spelled from its meaning.

const ROUNDS = 1_500;

/** What a `Content-Type` is to say. */
interface Meaning {
  readonly essence: string;
  readonly charset: string | undefined;
  readonly boundary: string | undefined;
}

type Random = () => number;

function oneOf<Item>(options: readonly [Item, ...Item[]], random: Random): Item {
  return options[Math.floor(random() * options.length)] ?? options[0];
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Any case, for types and names of parameters. */
function anyCase(text: string, random: Random): string {
  return Array.from(text, (letter) => (random() < 0.3 ? letter.toUpperCase() : letter)).join("");
}

/** A value in quotes, where it must be or just so, with needless escapes. */
function spellValue(value: string, random: Random): string {
  if (TOKEN.test(value) && random() < 0.5) return value;
  const escaped = Array.from(value, (letter) =>
    /["\\]/.test(letter) || random() < 0.1 ? `\\${letter}` : letter,
  );
  return `"${escaped.join("")}"`;
}

function spell({ essence, charset, boundary }: Meaning, random: Random): string {
  const space = (): string => oneOf(["", "", " ", "\t", "  "], random);
  const parameters: (readonly [string, string])[] = [
    ...(charset === undefined ? [] : [["charset", charset] as const]),
    ...(boundary === undefined ? [] : [["boundary", boundary] as const]),
    // Inside of quotes nothing else is said.
    ...(random() < 0.3 ? [["x", "; charset=utf-16; boundary=zz"] as const] : []),
    ...(random() < 0.2 ? [["xcharset", "utf-16"] as const] : []),
  ].sort(() => random() - 0.5);
  const written = parameters.map(([name, value]) => {
    const cased = name === "charset" && random() < 0.3 ? value.toUpperCase() : value;
    return `${space()};${space()}${anyCase(name, random)}=${spellValue(cased, random)}`;
  });
  const empty = random() < 0.2 ? `${space()};` : "";
  return `${space()}${anyCase(essence, random)}${written.join("")}${empty}${space()}`;
}

/** The body, and what it is as each type. */
function sample(boundary: string): {
  readonly body: string;
  readonly read: Record<string, unknown>;
} {
  const json = '{"b":"1"}';
  const parts = `--${boundary}\r\ncontent-disposition: form-data; name=p\r\n\r\nv\r\n--${boundary}--`;
  return {
    body: json,
    read: {
      "application/json": { b: "1" },
      "application/x-www-form-urlencoded": { '{"b":"1"}': "" },
      "text/plain": json,
      "text/csv": json,
      [parts]: { p: "v" },
    },
  };
}

let served: Served;
const made = createThings();
beforeAll(async () => {
  served = await serve(toNodeListener(made.handler));
});
afterAll(() => served.close());

interface Got {
  readonly status: number | undefined;
  /** The media type of the document as which it passed. */
  readonly contentType?: unknown;
  readonly body?: unknown;
}

async function post(fields: readonly string[], body: string): Promise<Got> {
  const header = fields.map((field) => `content-type:${field}\r\n`).join("");
  const [answer] = await exchange(
    served.port,
    `POST /things/a HTTP/1.1\r\nhost: x\r\n${header}content-length: ${body.length}\r\n\r\n${body}`,
  );
  const { params = {} } = answer?.status === 200 ? JSON.parse(answer.body) : {};
  return { status: answer?.status, ...params };
}

const DOCUMENTED: Readonly<Record<string, string>> = {
  "application/json": "application/json",
  "application/x-www-form-urlencoded": "application/x-www-form-urlencoded",
  "multipart/form-data": "multipart/form-data",
  "text/plain": "text/*",
  "text/csv": "text/*",
};

const OTHERS: readonly [string, ...string[]] = [
  "application/jsonx",
  "application/vnd.a+json",
  "application/json+xml",
  "text",
  "multipart/mixed",
  "application/octet-stream",
  "x/application/json",
  "application/json,text/plain",
  "*/*",
];

describe("a Content-Type", () => {
  it(`means the same in every spelling (${ROUNDS})`, async () => {
    const random = createRandom(5);
    const seen = new Map<number | undefined, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const isKnown = random() < 0.8;
      const known = Object.keys(DOCUMENTED) as [string, ...string[]];
      const essence = isKnown ? oneOf(known, random) : oneOf(OTHERS, random);
      const charset = oneOf(
        [undefined, undefined, "utf-8", "utf8", "us-ascii", "utf-16", "iso-8859-1", "", "utf-8 "],
        random,
      );
      const isMultipart = essence === "multipart/form-data";
      const boundary = isMultipart
        ? oneOf(["b", "a'b", "a b", "=_;x", '"q"', "B".repeat(70)], random)
        : undefined;
      const text = spell({ essence, charset, boundary }, random);
      const { body, read } = sample(boundary ?? "");
      const [parts = ""] = Object.keys(read).filter((key) => key.startsWith("--"));
      const got = await post([text], isMultipart ? parts : body);
      const isRead = isKnown && (charset === undefined || /^(?:utf-?8|us-ascii)$/.test(charset));
      const expected: Got = isRead
        ? {
            status: 200,
            contentType: DOCUMENTED[essence],
            body: isMultipart ? read[parts] : read[essence],
          }
        : { status: 415 };
      expect([text, got]).toEqual([text, expected]);
      seen.set(got.status, (seen.get(got.status) ?? 0) + 1);
    }
    expect(Math.min(seen.get(200) ?? 0, seen.get(415) ?? 0)).toBeGreaterThan(ROUNDS / 10);
  });

  it.each([
    ["two fields", ["application/json", "text/plain"]],
    ["the same field twice", ["application/json", "application/json"]],
  ])("is not to come as %s", async (_, fields) => {
    expect(await post(fields, "{}")).toEqual({ status: 400 });
  });

  it.each([
    "",
    " ",
    ";",
    "; charset=utf-8",
    "application/json; charset = utf-16",
    "application/json; charset=utf-16 ; charset=utf-8",
    "application/json charset=utf-16",
    'application/json; charset="utf-8',
    "application/json; charset=utf-8, text/plain",
    "multipart/form-data; boundary=b; boundary=c",
    "application /json",
  ])("is refused that says nothing, or nothing for certain: %j", async (text) => {
    expect(await post([text], "{}")).toEqual({ status: 415 });
  });

  it.each([
    "",
    "; boundary=",
    '; boundary=""',
    '; boundary="b "',
    `; boundary=${"b".repeat(71)}`,
    "; boundary=c",
    "; boundary=B",
    '; x="; boundary=b"',
  ])("of a multipart body has the boundary that is in the body: %j", async (parameters) => {
    const body = '--b\r\ncontent-disposition: form-data; name="p"\r\n\r\nv\r\n--b--';
    const { status } = await post([`multipart/form-data${parameters}`], body);
    expect([400, 415]).toContain(status);
  });

  it.each([
    ["text/plain; charset=iso-8859-1", "\xe9"],
    ["text/plain; charset=utf-16", "\xff\xfea\0"],
    ["text/plain", "\xe9"],
    ["application/json; charset=iso-8859-1", '"\xe9"'],
    ["text/plain\r\ncontent-transfer-encoding: base64", "dg=="],
    ["text/plain\r\ncontent-transfer-encoding: quoted-printable", "=76"],
  ])("of a part is not misread either: %s", async (type, value) => {
    const body = `--b\r\ncontent-disposition: form-data; name="p"\r\ncontent-type: ${type}\r\n\r\n${value}\r\n--b--`;
    expect(await post(["multipart/form-data; boundary=b"], body)).toEqual({ status: 400 });
  });
});
