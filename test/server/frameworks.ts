import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "./serve-web.ts";
import { toExpress, toFastify, toHono, toKoa, toNodeListener } from "@specwright/runtime/server";
import express from "express";
import Fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";

type Handler = (request: Request) => Promise<Response>;

/** A server on loopback. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

async function listening(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The ways in which a handler is served, each with a header of the framework's own in front. */
export const frameworks: Readonly<Record<string, (handler: Handler) => Promise<Served>>> = {
  "Request and Response": (handler) => listening(createServer(serve(handler))),
  "node:http": (handler) => listening(createServer(toNodeListener(handler))),
  Express(handler) {
    const app = express();
    app.use((_request, response, next) => {
      response.setHeader("x-before", "yes");
      next();
    });
    app.use("/v1", toExpress(handler));
    return listening(createServer(app));
  },
  Koa(handler) {
    const app = new Koa();
    app.use((context, next) => {
      context.set("x-before", "yes");
      return next();
    });
    app.use(toKoa(handler));
    return listening(createServer(app.callback()));
  },
  async Fastify(handler) {
    const app = Fastify();
    app.addHook("onRequest", async (_request, reply) => {
      reply.header("x-before", "yes");
    });
    app.register(toFastify(handler), { prefix: "/v1" });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    return {
      url,
      async stop() {
        app.server.closeAllConnections();
        await app.close();
      },
    };
  },
  Hono(handler) {
    const app = new Hono();
    app.use(async (context, next) => {
      await next();
      context.header("x-before", "yes");
    });
    app.all("/v1/*", toHono(handler));
    return listening(createServer(serve(async (request) => app.fetch(request))));
  },
};

/** The same behind a parser that has read the body before. */
export const behindParsers: Readonly<Record<string, (handler: Handler) => Promise<Served>>> = {
  Express(handler) {
    const app = express();
    app.use(express.json(), express.text({ type: "text/*" }), express.urlencoded());
    app.use(express.raw({ type: "multipart/form-data" }));
    app.use("/v1", toExpress(handler));
    return listening(createServer(app));
  },
  Koa(handler) {
    const app = new Koa();
    app.use(async (context, next) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of context.req) chunks.push(chunk as Uint8Array);
      Object.assign(context.request, { rawBody: Buffer.concat(chunks) });
      return next();
    });
    app.use(toKoa(handler));
    return listening(createServer(app.callback()));
  },
  Hono(handler) {
    const app = new Hono();
    app.use(async (context, next) => {
      await context.req.arrayBuffer();
      return next();
    });
    app.all("/v1/*", toHono(handler));
    return listening(createServer(serve(async (request) => app.fetch(request))));
  },
};
