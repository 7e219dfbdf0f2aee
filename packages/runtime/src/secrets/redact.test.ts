import { describe, expect, it } from "vitest";
import { redact } from "./redact.ts";

describe("a secret", () => {
  const secret = 'k"e\\y/+%&=ü€😀 .*';

  it.each([
    ["as it is", secret],
    ["as JSON", JSON.stringify(secret).slice(1, -1)],
    ["as JSON with escaped slashes", JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/")],
    ["as JSON within JSON", JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ["in a URL", encodeURIComponent(secret)],
    ["in a URL, in small letters", encodeURIComponent(secret).toLowerCase()],
    [
      "in HTML",
      secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("ü", "&#xfc;"),
    ],
    [
      "in ASCII",
      secret.replace(/[^\w]/g, (unit) => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
      }),
    ],
  ])("is taken out %s", (_, spelled) => {
    expect(redact(`(${spelled})`, [secret])).toBe("([secret])");
  });

  it("that is a part of another goes with it", () => {
    expect(redact("abcd and abcdef", ["abcd", "abcdef"])).toBe("[secret] and [secret]");
  });

  it.each([["abc"], ["\\\\\\\\\\"], [""]])("of so few signs as %j is none", (short) => {
    expect(redact("abc \\\\\\\\\\", [short])).toBe("abc \\\\\\\\\\");
  });

  it("leaves JSON that can be read", () => {
    const answer = JSON.stringify({ path: `C:\\${secret}`, again: secret, quoted: `"${secret}"` });
    expect(JSON.parse(redact(answer, [secret]))).toEqual({
      path: "C:[secret]",
      again: "[secret]",
      quoted: '"[secret]"',
    });
  });

  it("is looked for in a time that grows with the text alone", () => {
    const text = "\\".repeat(1_000_000);
    expect(redact(text, [secret, "\\a\\b\\c\\d", "%%%%"])).toBe(text);
  });
});
