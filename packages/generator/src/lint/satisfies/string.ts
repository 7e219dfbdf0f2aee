import type { StringSchema } from "../../model/api-model.ts";
import { counted, expected, shown } from "./issue.ts";
import type { Issue } from "./issue.ts";
import { matchesPattern } from "./matches-pattern.ts";

/** JSON Schema 2020-12 (Validation), section 6.3. Lengths count code points. */
export function checkString(value: unknown, schema: StringSchema, pointer: string): Issue[] {
  if (typeof value !== "string") return expected(pointer, "a string", value);
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  const length = Array.from(value).length;
  const found = (what: string): Issue[] => [{ pointer, message: `${shown(value)} ${what}` }];
  return [
    ...(length < minLength ? found(`has fewer than ${counted(minLength, "character")}`) : []),
    ...(length > maxLength ? found(`has more than ${counted(maxLength, "character")}`) : []),
    ...(pattern !== undefined && !matchesPattern(value, pattern)
      ? found(`does not match the pattern ${pattern}`)
      : []),
  ];
}
