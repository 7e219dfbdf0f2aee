/** What each code means, as `specwright explain CODE` prints it. */
export const UPGRADE: Readonly<Record<string, string>> = {
  "no-counterpart": `A document of Swagger 2.0 is read as the document of OpenAPI 3.0 that says the same. A few things
have no counterpart there: lists joined by tabs, lists in a path or a header joined by anything but commas. The message
says what is done instead.`,
  "upgrade-too-large": `OpenAPI 3 gives a schema for each media type and a body for each operation, where Swagger 2.0 has a
list of media types and shares bodies. A document that makes too much of that would unfold to more than can be worked with.`,
};
