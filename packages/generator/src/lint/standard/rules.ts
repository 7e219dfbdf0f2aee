/**
 * The rules of Redocly's that we ask: those that follow from the standard or that everybody can agree on.
 *
 * Left out is what our own rules, the model and `structure/` say already (fields, paths, examples, unused components,
 * identifiers, parameters), and what is a matter of taste or of one kind of API (which statuses there are, a licence, verbs in paths).
 */
export const STANDARD_RULES: readonly string[] = [
  "no-ambiguous-paths",
  "no-duplicated-tag-names",
  "no-enum-type-mismatch",
  "no-illogical-composition-keywords",
  "no-mixed-number-range-constraints",
  "no-path-trailing-slash",
  "no-required-schema-properties-undefined",
  "no-server-trailing-slash",
  "no-undefined-server-variable",
  "no-unsafe-markdown",
  "nullable-type-sibling",
  "operation-operationId-url-safe",
  "path-declaration-must-exist",
  "security-scopes-defined",
  "spec-ref-siblings",
];
