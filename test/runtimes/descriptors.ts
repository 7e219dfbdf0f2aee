import {
  type OperationDescriptor,
  readEventStream,
  toBody,
  writeMultipart,
} from "@specwright/runtime";

// Two operations as the generator prints them, of which the API of this repository has no like.

export const createFile: OperationDescriptor<
  { params: { purpose: string; file: Blob } },
  { purpose: string; name: string; type: string; text: string }
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

export const streamEvents: OperationDescriptor<
  Record<string, never>,
  AsyncIterable<{ n: number }>
> = {
  id: "events.stream",
  method: "GET",
  path: "/events",
  parameters: [],
  responses: [
    { status: "200", contentType: "text/event-stream", read: readEventStream, items: "data" },
  ],
  security: [],
};
