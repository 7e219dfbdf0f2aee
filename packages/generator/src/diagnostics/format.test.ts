import { describe, expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { formatFindingsGithub } from "./format-github.ts";
import { formatFindingsJson } from "./format-json.ts";
import { countFindings, formatFindings } from "./format.ts";

const REF: Finding = {
  diagnostic: {
    code: "unresolved-ref",
    severity: "error",
    message: '"#/components/schemas/Cupon" does not exist.',
    at: {
      file: "spec/resources/coupons.yaml",
      pointer: "/paths/~1v1~1coupons/post/responses/200/content/application~1json/schema/$ref",
    },
    hint: 'did you mean "#/components/schemas/Coupon"?',
  },
  location: { file: "spec/resources/coupons.yaml", line: 42, column: 17, length: 28 },
  line: '          $ref: "#/components/schemas/Cupon"',
};

const EVIL = "\u001b[31mred\u0007\r\n::error::gotcha\u202e\u009b";

function evil(): Finding {
  return {
    diagnostic: {
      code: "wrong-type",
      severity: "warning",
      message: EVIL,
      at: { file: `a${EVIL}`, pointer: `/${EVIL}` },
      hint: EVIL,
    },
    location: { file: `a${EVIL}`, line: 1, column: 1, length: 4 },
    line: EVIL.split("\n")[0] ?? "",
  };
}

describe("formatFindings", () => {
  it("shows place, message, underlined source line, pointer and hint", () => {
    expect(formatFindings([REF])).toBe(
      `spec/resources/coupons.yaml:42:17 error unresolved-ref
  "#/components/schemas/Cupon" does not exist.

  42 |           $ref: "#/components/schemas/Cupon"
     |                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  at   #/paths/~1v1~1coupons/post/responses/200/content/application~1json/schema
  hint did you mean "#/components/schemas/Coupon"?
`,
    );
  });

  it("leaves out what it does not know", () => {
    const diagnostic = { code: "no-config", severity: "error", message: "There is none." } as const;
    expect(formatFindings([{ diagnostic }])).toBe("error no-config\n  There is none.\n");
  });

  it("colours only when asked", () => {
    expect(formatFindings([REF])).not.toContain("\u001b");
    expect(formatFindings([REF], { colours: true })).toContain("\u001b[31m");
  });

  it("cuts a long line around the place and keeps the underline below it", () => {
    const line = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
    const location = { file: "a.json", line: 1, column: 5001, length: 4 };
    const [, , , shown = "", underline = ""] = formatFindings([{ ...REF, line, location }]).split(
      "\n",
    );
    expect(shown.length).toBeLessThan(120);
    expect(underline.indexOf("~~~~")).toBe(shown.indexOf("HERE"));
  });

  it("lets no control character of a spec through", () => {
    expect(formatFindings([evil()])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(formatFindings([evil()]).split("\n")).not.toContain("::error::gotcha");
  });
});

describe("warnings of one kind", () => {
  const warnings = (count: number, code = "slow-pattern"): Finding[] =>
    Array.from({ length: count }, (_, index) => ({
      diagnostic: { code, severity: "warning", message: `This is number ${index}.` },
    }));

  it("are shown up to twenty", () => {
    const text = formatFindings(warnings(20));
    expect(text).toContain("number 19.");
    expect(text).not.toContain("more of this kind");
  });

  it("are folded beyond, each kind by itself, and errors never are", () => {
    const errors = Array.from({ length: 30 }, () => REF);
    const text = formatFindings([...warnings(322), ...errors, ...warnings(3, "duplicate-entry")]);
    expect(text).toContain("number 9.");
    expect(text).not.toContain("number 10.");
    expect(text.match(/ error unresolved-ref/g)).toHaveLength(30);
    expect(text.match(/duplicate-entry/g)).toHaveLength(3);
    expect(
      text.endsWith(
        "warning slow-pattern\n  … and 312 more of this kind; --reporter json shows all.\n",
      ),
    ).toBe(true);
  });
});

describe("countFindings", () => {
  it("counts errors and warnings apart", () => {
    expect(countFindings([REF, REF, evil()])).toBe("2 errors, 1 warning");
    expect(countFindings([])).toBe("");
  });
});

describe("formatFindingsJson", () => {
  it("prints one document, also when there is nothing to say", () => {
    expect(JSON.parse(formatFindingsJson([]))).toEqual({ diagnostics: [] });
    expect(JSON.parse(formatFindingsJson([REF]))).toEqual({
      diagnostics: [
        {
          ...REF.diagnostic,
          at: undefined,
          ...REF.diagnostic.at,
          line: 42,
          column: 17,
          length: 28,
        },
      ].map(({ at: _at, ...rest }) => rest),
    });
  });

  it("escapes every control character", () => {
    expect(formatFindingsJson([evil()])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("formatFindingsGithub", () => {
  it("prints a workflow command for each finding", () => {
    expect(formatFindingsGithub([REF])).toBe(
      '::error file=spec/resources/coupons.yaml,line=42,col=17,endColumn=45,title=unresolved-ref::"#/components/schemas/Cupon" does not exist. Hint: did you mean "#/components/schemas/Coupon"?\n',
    );
  });

  it("lets text neither end the command nor add a property", () => {
    const text = formatFindingsGithub([evil()]);
    expect(text.split("\n")).toHaveLength(2);
    const diagnostic = { ...REF.diagnostic, at: { file: "a,line=1:b%0A", pointer: "" } };
    expect(formatFindingsGithub([{ diagnostic }])).toContain("file=a%2Cline=1%3Ab%250A,title=");
  });
});
