// What is used of Node.js. The types of Node.js themselves would make its globals part of every file of the runtime.

declare module "node:buffer" {
  export const Buffer: { byteLength(text: string): number };
}

declare module "node:stream" {
  export interface Readable {
    on(event: "data", listener: (chunk: Uint8Array<ArrayBuffer>) => void): this;
    on(event: "end" | "close", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    once(event: "data", listener: (chunk: Uint8Array<ArrayBuffer>) => void): this;
    once(event: "end" | "close" | "connect" | "secureConnect", listener: () => void): this;
    once(event: "error", listener: (error: Error) => void): this;
    off(event: "end", listener: () => void): this;
    off(event: "error", listener: (error: Error) => void): this;
    read(): Uint8Array<ArrayBuffer> | null;
    unshift(chunk: Uint8Array): void;
    pause(): this;
    resume(): this;
    destroy(error?: Error): this;
  }
  export interface Duplex extends Readable {
    end(): this;
  }
  export const PassThrough: new () => Duplex;
  type Done = (error?: Error | null) => void;
  export function pipeline(source: Readable, target: Duplex, done: Done): Duplex;
  export function pipeline(source: Readable, by: Duplex, target: Duplex, done: Done): Duplex;
}

declare module "node:http" {
  import type { Duplex, Readable } from "node:stream";
  export interface AgentOptions {
    keepAlive?: boolean;
    timeout?: number;
  }
  export class Agent {
    constructor(options?: AgentOptions);
    createConnection(options: object, done: () => void): Duplex | null | undefined;
  }
  export interface RequestOptions {
    method?: string | undefined;
    host?: string;
    port?: string;
    path?: string;
    headers?: Record<string, string>;
    agent?: Agent;
    timeout?: number;
  }
  export interface IncomingMessage extends Readable {
    readonly statusCode?: number | undefined;
    readonly statusMessage?: string | undefined;
    readonly rawHeaders: string[];
    readonly headers: Record<string, string | string[] | undefined>;
    /** Whether all of it has come. */
    readonly complete: boolean;
  }
  export interface ClientRequest {
    readonly destroyed: boolean;
    readonly writableEnded: boolean;
    on(event: "response", listener: (response: IncomingMessage) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    on(event: "close" | "drain", listener: () => void): this;
    write(chunk: Uint8Array): boolean;
    end(body?: string | Uint8Array): this;
    destroy(error?: Error): this;
  }
  export function request(options: RequestOptions): ClientRequest;
}

declare module "node:https" {
  import { Agent as HttpAgent, type ClientRequest, type RequestOptions } from "node:http";
  export class Agent extends HttpAgent {}
  export function request(options: RequestOptions): ClientRequest;
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
  export function createInflateRaw(options?: ZlibOptions): Duplex;
  export function createBrotliDecompress(options?: ZlibOptions): Duplex;
}
