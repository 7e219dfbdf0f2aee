/** A template that does not compile, or that asks for a field its view does not have. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.file = file;
  }
}
