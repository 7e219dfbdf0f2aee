import { exampleMismatch } from "../../diagnostics/catalog/lint.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { findExamples } from "../examples.ts";
import type { Lint, Rule } from "../rule.ts";
import { satisfies } from "../satisfies/satisfies.ts";

/** More of one example would only repeat themselves. */
const MAX_ISSUES = 5;

/**
 * Every example and every default satisfies the schema that it stands for.
 *
 * Why: people copy examples before they read schemas, tests and sandboxes answer with them, and a default that is not
 * allowed cannot be one. The example of a form is checked as the JSON value that the form stands for.
 */
export const exampleMismatchRule: Rule = {
  code: "example-mismatch",
  kinds: ["schema", "parameter", "header", "mediaType"],
  visit(visit, lint) {
    const { document } = lint;
    for (const { node, keyword, schema } of findExamples(visit, document)) {
      checkExample(node, keyword, schema, lint);
    }
  },
};

function checkExample(node: Node, keyword: string, schema: Node, { schemas, report }: Lint): void {
  const issues = satisfies(node.value, schemas.at(schema), (id) => schemas.content(id));
  for (const { pointer, key, message } of issues.slice(0, MAX_ISSUES)) {
    const at = { file: node.at.file, pointer: node.at.pointer + pointer, ...(key && { key }) };
    report(exampleMismatch(at, keyword, message));
  }
}
