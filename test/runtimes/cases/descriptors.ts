import {
  linkedPages,
  numberedPages,
  type OperationDescriptor,
  type PaginatedOperationDescriptor,
  readBytes,
  readEventStream,
  readJsonLines,
  type ServerSentEvent,
  toBody,
  toQuery,
  writeJson,
  writeMultipart,
} from "@specwright/runtime";

// Operations as the generator prints them, of which the API of this repository has no like.

type Nothing = Record<string, never>;

interface Numbered {
  readonly n: number;
}

export const createFile: OperationDescriptor<
  { params: { purpose: string; file: Blob } },
  { purpose: string; name: string; type: string; size: number; text: string }
> = {
  id: "files.create",
  method: "POST",
  path: "/files",
  parameters: [],
  write: [toBody],
  body: { contentType: "multipart/form-data", required: true, write: writeMultipart },
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

export const createJson: OperationDescriptor<{ params: object }, unknown> = {
  id: "things.create",
  method: "POST",
  path: "/json",
  parameters: [],
  write: [toBody],
  body: { contentType: "application/json", required: true, write: writeJson },
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

/** Answers with what it was asked with. */
export const echo: OperationDescriptor<Nothing, unknown> = {
  id: "echo.retrieve",
  method: "GET",
  path: "/echo",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [["bearerAuth"], ["basicAuth"]],
};

export const download: OperationDescriptor<Nothing, Blob> = {
  id: "files.download",
  method: "GET",
  path: "/bytes",
  parameters: [],
  responses: [{ status: "200", contentType: "image/png", read: readBytes }],
  security: [],
};

/** A small answer that grows without an end when it is unpacked. */
export const readBomb: OperationDescriptor<Nothing, unknown> = {
  id: "bombs.retrieve",
  method: "GET",
  path: "/bomb",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
};

export const exportRows: OperationDescriptor<Nothing, AsyncIterable<Numbered>> = {
  id: "rows.export",
  method: "GET",
  path: "/lines",
  parameters: [],
  responses: [{ status: "200", contentType: "application/jsonl", read: readJsonLines }],
  security: [],
};

export const streamEvents: OperationDescriptor<Nothing, AsyncIterable<Numbered>> = {
  id: "events.stream",
  method: "GET",
  path: "/events",
  parameters: [],
  responses: [
    { status: "200", contentType: "text/event-stream", read: readEventStream, items: "data" },
  ],
  security: [],
};

export const followEvents: OperationDescriptor<Nothing, AsyncIterable<ServerSentEvent>> = {
  id: "events.follow",
  method: "GET",
  path: "/named-events",
  parameters: [],
  responses: [{ status: "200", contentType: "text/event-stream", read: readEventStream }],
  security: [],
};

export const numberedThings: PaginatedOperationDescriptor<
  { params?: { page?: number } },
  unknown,
  Numbered
> = {
  id: "things.list",
  method: "GET",
  path: "/numbered",
  parameters: [{ name: "page", in: "query" }],
  write: [toQuery],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
  pagination: { style: numberedPages, items: "/data", parameter: "page", pages: "/pages" },
};

export const linkedThings: PaginatedOperationDescriptor<
  { params?: { to?: string } },
  unknown,
  Numbered
> = {
  id: "things.linked",
  method: "GET",
  path: "/linked",
  parameters: [{ name: "to", in: "query" }],
  write: [toQuery],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [],
  pagination: { style: linkedPages, items: "" },
};
