import type { ApiModel } from "@specwright/generator/reading";

/** Names under which credentials travel. */
export interface Secrets {
  /** In small letters. */
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

export function secretsOf({ securitySchemes }: ApiModel): Secrets {
  const names = (place: string): string[] =>
    securitySchemes.flatMap((scheme) =>
      scheme.type === "apiKey" && scheme.in === place ? [scheme.name] : [],
    );
  return {
    headers: new Set(names("header").map((name) => name.toLowerCase())),
    queries: new Set(names("query")),
  };
}
