import { randomBytes } from "node:crypto";
import { SCRIPT } from "./page-script.ts";
import { STYLE } from "./page-style.ts";

/**
 * The request log as a page of its own: nothing is loaded from elsewhere, and what requests hold is only ever put in as
 * text.
 */
export function pageResponse(title: string): Response {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return new Response(page(title, nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
}

function page(title: string, nonce: string): string {
  const name = escaped(title);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}: requests</title>
<style nonce="${nonce}">${STYLE}</style>
<header>
  <h1>${name}</h1>
  <input id="filter" type="search" placeholder="Filter: path, operation, status, body" aria-label="Filter requests">
  <span id="state" role="status">connecting</span>
  <button id="clear" type="button">Clear the view</button>
</header>
<main>
  <ol id="list" aria-label="Requests, the newest first"></ol>
  <section id="detail" aria-label="The chosen request"><p>Choose a request.</p></section>
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
