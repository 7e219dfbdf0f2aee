import { isObject } from "../json.ts";
import type { OperationPlan } from "../plan/api-plan.ts";

/** The least PDF that a reader opens: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** What an operation answers in the media type that the caller takes: JSON as it is, else as little as that type has. */
export function nonJsonOutput(
  { operation, example }: OperationPlan,
  body: unknown,
  contentType: string,
): unknown {
  const success = operation.responses.find(({ status }) => status === operation.success);
  const media = success?.content.find((one) => one.contentType === contentType);
  switch (media?.kind) {
    case undefined:
      return success && success.content.length === 0 ? undefined : body;
    case "json":
      return body === undefined ? (media.schema ? null : undefined) : body;
    case "text":
      return typeof example === "string" ? example : isObject(body) ? JSON.stringify(body) : "";
    case "events":
    case "lines":
    case "sequence":
      return noItems();
    default:
      return new Blob([contentType.includes("pdf") ? PDF : ""], {
        type: contentType.includes("*") ? "" : contentType,
      });
  }
}

async function* noItems(): AsyncGenerator<never> {}
