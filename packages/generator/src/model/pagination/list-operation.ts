import type { Node } from "../../resolve/spec-document.ts";
import type { HttpMethod, Parameter, Params, Response, Schema } from "../api-model.ts";

/** What is known of an operation when it is asked whether it is a list. */
export interface ListOperation {
  readonly node: Node;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly params: Params | undefined;
  readonly responses: readonly Response[];
}

/** The answer that pages come in: the first success, where it is JSON. */
export function pageResponse(
  operation: ListOperation,
): { readonly response: Response; readonly schema: Schema } | undefined {
  const response = operation.responses.find(({ status }) => status.startsWith("2"));
  const media = response?.content[0];
  const schema = media?.kind === "json" ? media.schema : undefined;
  return response && schema && { response, schema };
}
