import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Row } from "./row.ts";

const OPERATION = `
  import { call } from "@specwright/runtime";
  import { connectPayments, retrieveCustomerBalanceTransaction } from "@specwright/generated-client";
  const transport = connectPayments({ apiKey: "sk" });
  console.log(await call(transport, retrieveCustomerBalanceTransaction, { customer: "c", transaction: "t" }));
`;
const BARE = `
  import { bareTransport } from "@specwright/runtime";
  import { retrieveCustomerBalanceTransaction } from "@specwright/generated-client/operations";
  const transport = bareTransport("https://api.example.com", { headers: { authorization: "Bearer sk" } });
  console.log(await transport.send(retrieveCustomerBalanceTransaction, { customer: "c", transaction: "t" }));
`;
const RETRYING = `
  import { bareTransport, call, retries } from "@specwright/runtime";
  import { retrieveCustomerBalanceTransaction } from "@specwright/generated-client/operations";
  const headers = { authorization: "Bearer sk" };
  const transport = bareTransport("https://api.example.com", { headers, retries: retries() });
  console.log(await call(transport, retrieveCustomerBalanceTransaction, { customer: "c", transaction: "t" }));
`;
const CLIENT = `
  import { PaymentsClient } from "@specwright/generated-client";
  console.log(await new PaymentsClient({ apiKey: "sk" }).customers.balanceTransactions.retrieve("c", "t"));
`;
const PEERS: Readonly<Record<string, string>> = {
  "bare fetch": `
    const headers = { authorization: "Bearer sk" };
    const answer = await fetch("https://api.example.com/v1/customers/c/balance_transactions/t", { headers });
    console.log(await answer.json());
  `,
  "openapi-fetch": `
    import createClient from "openapi-fetch";
    const client = createClient({ baseUrl: "https://api.example.com", headers: { authorization: "Bearer sk" } });
    const path = { customer: "c", transaction: "t" };
    console.log(await client.GET("/v1/customers/{customer}/balance_transactions/{transaction}", { params: { path } }));
  `,
  ky: `
    import ky from "ky";
    const client = ky.create({ headers: { authorization: "Bearer sk" } });
    console.log(await client.get("https://api.example.com/v1/customers/c/balance_transactions/t").json());
  `,
  stripe: `
    import { Stripe } from "stripe";
    console.log(await new Stripe("sk").customers.retrieveBalanceTransaction("c", "t"));
  `,
};

interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** One call as a bundler leaves it: of one operation, by a bare transport without and with retries, of the whole client, and of others. */
export async function size(): Promise<readonly Row[]> {
  const ours = {
    "bare transport": await sizeOf(BARE),
    "bare transport with retries": await sizeOf(RETRYING),
    "one operation": await sizeOf(OPERATION),
    "whole client": await sizeOf(CLIENT),
  };
  const rows: Row[] = [];
  for (const [name, program] of Object.entries(PEERS)) {
    const theirs = await sizeOf(program);
    for (const [what, own] of Object.entries(ours)) {
      const ratio = (own.gzip / theirs.gzip).toFixed(2);
      rows.push({ what, ours: shown(own), against: `${name}: ${shown(theirs)}`, ratio });
    }
  }
  return rows;
}

function shown({ minified, gzip, brotli }: Size): string {
  const [all, gz, br] = [minified, gzip, brotli].map((bytes) => (bytes / 1_000).toFixed(1));
  return `${all} kB, gzip ${gz}, brotli ${br}`;
}

async function sizeOf(program: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    // What stripe wants for programs without Node.js.
    conditions: ["worker"],
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  const gzip = gzipSync(contents, { level: 9 }).length;
  return { minified: contents.length, gzip, brotli: brotliCompressSync(contents).length };
}
