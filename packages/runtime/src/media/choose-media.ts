import type { BodyDescriptor, BodyMedia } from "../contract.ts";

/**
 * The media type of a body of several that a call asks for; the preferred one where it asks for none.
 *
 * @throws {TypeError} for one that the spec does not have.
 */
export function chooseMedia(body: BodyDescriptor, contentType: unknown): BodyMedia {
  const media = [body, ...(body.alternatives ?? [])];
  const chosen = media.find((one) => one.contentType === (contentType ?? body.contentType));
  if (chosen) return chosen;
  throw new TypeError(
    `contentType must be one of ${media.map((one) => one.contentType).join(", ")}.`,
  );
}
