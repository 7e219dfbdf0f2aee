import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { entriesOf, membersOf } from "./visits.ts";
import type { Visit } from "./walk.ts";

/** A value, and what it is an example of. */
export interface Example {
  readonly node: Node;
  /** The field it stands in: `"example"`, `"examples"` or `"default"`. */
  readonly keyword: string;
  readonly schema: Node;
}

/** Examples and defaults that an object holds itself. */
export function findExamples(visit: Visit, document: SpecDocument): readonly Example[] {
  const { node, kind } = visit;
  if (kind === "schema") return ofSchema(node);
  const schema = child(node, "schema");
  if (!schema || (kind === "mediaType" && !isJsonLike(visit))) return [];
  return ofHolder(node, document).map((example) => ({ ...example, schema }));
}

/** JSON Schema 2020-12 (Validation), sections 9.2 and 9.5; `example` is OpenAPI's own (3.1, section 4.8.24). */
function ofSchema(schema: Node): readonly Example[] {
  const single = ["example", "default"].flatMap((keyword) => {
    const node = child(schema, keyword);
    return node ? [{ node, keyword, schema }] : [];
  });
  const examples = child(schema, "examples");
  const listed = examples && Array.isArray(examples.value) ? entriesOf(examples) : [];
  return [...single, ...listed.map(([, node]) => ({ node, keyword: "examples", schema }))];
}

/** OpenAPI 3.1, sections 4.8.12 (Parameter Object), 4.8.14 (Media Type Object) and 4.8.19 (Example Object). */
function ofHolder(holder: Node, document: SpecDocument): readonly Omit<Example, "schema">[] {
  const single = child(holder, "example");
  const named = membersOf(holder, "examples").flatMap(([, entry]) => {
    const example = document.follow(entry);
    const node = example && child(example, "value");
    return node ? [{ node, keyword: "examples" }] : [];
  });
  return single ? [{ node: single, keyword: "example" }, ...named] : named;
}

// Of XML and the like an example is the text, and only JSON and forms have values that a schema can be held against.
function isJsonLike({ key }: Visit): boolean {
  return /^(?:application\/(?:[\w.+-]+\+)?json|application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    key,
  );
}
