/**
 * The rules of Redocly's that we ask: those that follow from the standard or that everybody can agree on.
 *
 * Left out is what our own rules and the model say already (examples, unused components, identifiers, parameters), and
 * what is a matter of taste or of one kind of API (which statuses there are, a licence, verbs in paths).
 */
export const STANDARD_RULES: readonly string[] = [
  "struct",
  "no-ambiguous-paths",
  "no-duplicated-enum-values",
  "no-duplicated-tag-names",
  "no-enum-type-mismatch",
  "no-example-value-and-externalValue",
  "no-identical-paths",
  "no-illogical-composition-keywords",
  "no-mixed-number-range-constraints",
  "no-path-trailing-slash",
  "no-required-schema-properties-undefined",
  "no-schema-type-mismatch",
  "no-server-trailing-slash",
  "no-server-variables-empty-enum",
  "no-undefined-server-variable",
  "no-unsafe-markdown",
  "nullable-type-sibling",
  "operation-operationId-url-safe",
  "path-declaration-must-exist",
  "path-not-include-query",
  "security-scopes-defined",
  "spec-components-invalid-map-name",
  "spec-ref-siblings",
];
