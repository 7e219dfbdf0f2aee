/** What `specwright lint` finds. */
export const LINT: Readonly<Record<string, string>> = {
  "operation-without-id": `Without an operationId (OpenAPI 3.1, section 4.8.10) the generator makes a name from method and
path, so that the name changes when the path does.`,
  "operation-without-summary": `The summary of an operation is the line that references list it by, and the first line of
what an editor shows for its method.`,
  "operation-without-tag": `References are laid out by tag. An operation without one, or with one that the document does
not declare (OpenAPI 3.1, section 4.8.22), stands outside of all chapters, or in one that nobody described.`,
  "operation-without-success": `Only failures are described, if anything: callers cannot know what an answer of success
holds, and the method that is generated for them returns nothing. "default" counts as a description of success.`,
  undescribed: `A parameter, a property, a schema, a response, a tag or a security scheme comes without a description. A
reference to something that is described needs none. What counts is what callers meet: of the schemas those that have a
name, with their own properties, and the bodies of requests.`,
  "example-mismatch": `An example or a default is not what its schema allows, so that one of the two misleads the reader.
Formats are not checked. A property that is read-only or write-only may always be left out.`,
  "unused-component": `Neither an operation nor a webhook leads to the component, directly or through others. In files that
references lead into, what stands beside their targets counts as a component, too.`,
  "ineffective-keyword": `JSON Schema's keywords speak of one kind of value each, and let every other pass (JSON Schema 2020-12
Validation, section 6): "pattern" checks no number, "minimum" no text. Beside a type that it does not speak of, a keyword
does nothing.`,
  "unused-tag": `The document declares a tag that no operation has, nor any tag below it: a chapter without pages.`,
  "overlapping-variants": `Exactly one variant of a oneOf must match (JSON Schema 2020-12 Core, section 10.2.1.3). Where one lies
within another, each value of the smaller one matches both and is refused. Formats tell no variants apart: they describe
values and are no condition.`,
  "closed-part": `"additionalProperties: false" sees the properties beside it alone, not those of other parts of an allOf (JSON
Schema 2020-12 Core, section 10.3.2.3), so that it forbids what these describe. "unevaluatedProperties" sees them all.`,
  "ineffective-default": `A default is what holds where nothing is sent. A parameter that is required is always sent.`,
  "nullable-enum": `"enum" is a condition of its own (JSON Schema 2020-12 Validation, section 6.1.2): null must be among its
values, whatever the type allows. Generated code lets null pass where OpenAPI 3.0 says nullable, since that is what authors
mean; others refuse it.`,
  "standard-rule": `A rule of Redocly's linter, which "specwright lint" asks besides its own rules, found something: mostly
that the document is not built as the standard says. https://redocly.com/docs/cli/rules tells more of each rule.`,
  "standard-failed": `Redocly's linter, which "specwright lint" asks besides its own rules, gave up on the spec. What our
own rules find is told all the same.`,
};
