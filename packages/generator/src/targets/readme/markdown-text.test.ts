import { describe, expect, it } from "vitest";
import { firstParagraph, markdownCode, markdownText } from "./markdown-text.ts";

describe("text of a spec in Markdown", () => {
  it.each([
    ["a heading", "# Shop", "\\# Shop"],
    ["a heading below its line", "Shop\n===", "Shop ==="],
    ["a link", "[free](javascript:alert(1))", "\\[free\\]\\(javascript:alert\\(1\\)\\)"],
    ["an image", "![x](https://a.example)", "\\!\\[x\\]\\(https\\://a.example\\)"],
    ["an address", "see http://a.example", "see http\\://a.example"],
    ["an address without a scheme", "see www.a.example", "see www\\.a.example"],
    ["a mail address", "ada@a.example", "ada\\@a.example"],
    ["HTML", "<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert\\(1\\)\\>"],
    ["the end of a comment", "-->", "\\--\\>"],
    ["an entity", "&lt;script>", "\\&lt;script\\>"],
    ["code", "`rm`", "\\`rm\\`"],
    ["a column of a table", "a | b", "a \\| b"],
    ["a list", "- one", "\\- one"],
    ["a numbered list", "1. one", "1\\. one"],
    ["an escape", "\\[a\\]", "\\\\\\[a\\\\\\]"],
    ["what turns the direction", "a\u202eb", "ab"],
    ["plain words", "Sells books, one copy at a time.", "Sells books, one copy at a time."],
  ])("makes no %s", (_, text, expected) => expect(markdownText(text)).toBe(expected));

  it("ends in an ellipsis when it is longer than a README is for", () => {
    expect(markdownText("a".repeat(5_000))).toBe(`${"a".repeat(600)}…`);
  });

  it("cannot leave its code", () => {
    expect(markdownCode("a`\n\n# b | c")).toBe("`a' # b ¦ c`");
  });

  it("is cut after the first paragraph, and its links are their words", () => {
    const text = "Sells *[books](https://a.example)*\nand [x](javascript:alert(1)).\n\nMore.";
    expect(markdownText(firstParagraph(text))).toBe(
      "Sells books and \\[x\\]\\(javascript:alert\\(1\\)\\).",
    );
  });
});
