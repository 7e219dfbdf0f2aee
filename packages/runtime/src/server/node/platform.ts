/** What the adapter uses of `node:http`, so that nothing of Node is imported. */

export type NodeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: NodeHeaders;
  /** Names and values in turn, as they came: `headers` keeps of some fields the first one alone. */
  readonly rawHeaders?: readonly string[];
  readonly httpVersionMajor: number;
  readonly httpVersionMinor?: number;
  readonly socket: object;
  /** Whether the whole message has arrived. */
  readonly complete: boolean;
  readonly destroyed: boolean;
  /** Whether somebody has read the whole body. */
  readonly readableEnded?: boolean;
  /** Of a framework that shortens `url`: what the client asked for. */
  readonly originalUrl?: string;
  /** Of a framework's body parser: what it made of the body. */
  readonly body?: unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close" | "error", listener: () => void): unknown;
  off(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly writableFinished: boolean;
  readonly destroyed: boolean;
  setHeader(name: string, value: string | readonly string[]): unknown;
  removeHeader(name: string): void;
  /** Sends the header before the body has begun. */
  flushHeaders?(): void;
  write(chunk: Uint8Array): boolean;
  end(chunk?: Uint8Array | string): unknown;
  destroy(): unknown;
  on(event: "drain" | "close", listener: () => void): unknown;
  off(event: "drain" | "close", listener: () => void): unknown;
}
