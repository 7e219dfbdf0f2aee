// What is used of Node.js. The types of Node.js themselves would make its globals part of every file of the runtime.

declare module "node:stream" {
  export interface Readable {
    on(event: "data", listener: (chunk: Uint8Array<ArrayBuffer>) => void): this;
    on(event: "end" | "close", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    pause(): this;
    resume(): this;
    destroy(error?: Error): this;
  }
  export interface Duplex extends Readable {
    readonly writable: boolean;
  }
  export function pipeline(
    source: Readable,
    target: Duplex,
    done: (error?: Error | null) => void,
  ): Duplex;
}

declare module "node:http" {
  import type { Readable } from "node:stream";
  export interface AgentOptions {
    keepAlive?: boolean;
    timeout?: number;
  }
  export class Agent {
    constructor(options?: AgentOptions);
  }
  export interface RequestOptions {
    method?: string | undefined;
    headers?: Record<string, string>;
    agent?: Agent;
    timeout?: number;
  }
  export interface IncomingMessage extends Readable {
    readonly statusCode?: number | undefined;
    readonly rawHeaders: string[];
    readonly headers: Record<string, string | string[] | undefined>;
  }
  export interface ClientRequest {
    on(event: "response", listener: (response: IncomingMessage) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    on(event: "close", listener: () => void): this;
    end(body?: string | Uint8Array): this;
    destroy(error?: Error): this;
  }
  export function request(url: URL, options: RequestOptions): ClientRequest;
}

declare module "node:https" {
  import { Agent as HttpAgent, type ClientRequest, type RequestOptions } from "node:http";
  export class Agent extends HttpAgent {}
  export function request(url: URL, options: RequestOptions): ClientRequest;
}

declare module "node:zlib" {
  import type { Duplex } from "node:stream";
  export interface ZlibOptions {
    flush?: number;
    finishFlush?: number;
  }
  export const constants: {
    readonly Z_SYNC_FLUSH: number;
    readonly BROTLI_OPERATION_FLUSH: number;
  };
  export function createGunzip(options?: ZlibOptions): Duplex;
  export function createInflate(options?: ZlibOptions): Duplex;
  export function createBrotliDecompress(options?: ZlibOptions): Duplex;
}
