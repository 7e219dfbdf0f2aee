import { describe, expect, it } from "vitest";
import { defaultLimits } from "../limits.ts";
import { parseMediaType } from "../media-type.ts";
import { ProblemError } from "../problem.ts";
import { parseMultipart } from "./parse-multipart.ts";

const TYPE = "multipart/form-data; boundary=b";

function parse(text: string, type = TYPE) {
  const bytes = new TextEncoder().encode(text);
  const parts = parseMultipart(bytes, parseMediaType(type), defaultLimits);
  return parts.map(({ name, fileName, type, content }) => ({
    name,
    ...(fileName !== undefined && { fileName }),
    ...(type && { type }),
    text: new TextDecoder().decode(content),
  }));
}

function part(disposition: string, text = "1"): string {
  return `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n--b--\r\n`;
}

describe("a multipart body", () => {
  it.each([
    ["a part", part('name="a"'), [{ name: "a", text: "1" }]],
    ["a name without quotes", part("name=a"), [{ name: "a", text: "1" }]],
    ["a name with quotes in it", part('name="a%22b"'), [{ name: 'a"b', text: "1" }]],
    ["a name with escaped quotes", part('name="a\\"b"'), [{ name: 'a"b', text: "1" }]],
    ["a name in UTF-8", part('name="ä€"'), [{ name: "ä€", text: "1" }]],
    [
      "a file name",
      part('name="a"; filename="x;y.png"'),
      [{ name: "a", fileName: "x;y.png", text: "1" }],
    ],
    ["no text", part('name="a"', ""), [{ name: "a", text: "" }]],
    ["line breaks", part('name="a"', "\r\n1\r\n"), [{ name: "a", text: "\r\n1\r\n" }]],
    [
      "what looks like its boundary inside of a line",
      part('name="a"', "x--b--"),
      [{ name: "a", text: "x--b--" }],
    ],
    [
      "a longer boundary inside",
      part('name="a"', "1\r\n--bc\r\n2"),
      [{ name: "a", text: "1\r\n--bc\r\n2" }],
    ],
    [
      "spaces behind the boundary",
      part('name="a"').replace("--b\r\n", "--b \t\r\n"),
      [{ name: "a", text: "1" }],
    ],
    ["text in front and behind", `hello\r\n${part('name="a"')}bye`, [{ name: "a", text: "1" }]],
    ["no part", "--b--\r\n", []],
  ])("is read with %s", (_, text, parts) => {
    expect(parse(text)).toEqual(parts);
  });

  it("keeps every byte of a part", () => {
    const content = Uint8Array.from({ length: 256 }, (_, index) => index);
    const head = new TextEncoder().encode(
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    );
    const tail = new TextEncoder().encode("\r\n--b--");
    const bytes = new Uint8Array([...head, ...content, ...tail]);
    expect([
      ...(parseMultipart(bytes, parseMediaType(TYPE), defaultLimits)[0]?.content ?? []),
    ]).toEqual([...content]);
  });

  it.each([
    ["no boundary in its type", part('name="a"'), "multipart/form-data"],
    ["a boundary that ends in a space", part('name="a"'), 'multipart/form-data; boundary="b "'],
    ["two boundaries", part('name="a"'), `${TYPE}; boundary=c`],
    [
      "a boundary inside of another parameter",
      part('name="a"'),
      'multipart/form-data; x="; boundary=b"',
    ],
    ["a boundary that is too long", part('name="a"'), `${TYPE}${"b".repeat(70)}`],
    ["no end", part('name="a"').replace("--b--", ""), TYPE],
    ["another boundary", part('name="a"'), "multipart/form-data; boundary=c"],
    ["a part without a blank line", "--b\r\nContent-Disposition: form-data\r\n--b--", TYPE],
    ["a header without an end", `--b\r\nX: ${"x".repeat(20_000)}\r\n\r\n1\r\n--b--`, TYPE],
    ["more parts than allowed", "--b\r\nA: b\r\n\r\n1\r\n".repeat(1_001) + "--b--", TYPE],
    ["nothing", "", TYPE],
  ])("is refused with %s", (_, text, type) => {
    expect(() => parse(text, type)).toThrow(ProblemError);
  });
});
