import { pathToFileURL } from "node:url";

/** Evaluates a module of the user's and gives its default export. Throws whatever the module throws. */
export async function importDefault(file: string): Promise<unknown> {
  const namespace: unknown = await import(pathToFileURL(file).href);
  return Object(namespace).default;
}

/** Evaluates a module of another package, which may not be installed. Throws whatever the module throws. */
export async function importPackage(name: string): Promise<unknown> {
  return import(name);
}

/** What an error says, without the excerpts and stacks that may follow. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
