/** What the request log does in the browser. Values of requests become text nodes and nothing else. */
export const SCRIPT: string = String.raw`
"use strict";
const MOST = 500;
const list = document.getElementById("list");
const detail = document.getElementById("detail");
const filter = document.getElementById("filter");
const state = document.getElementById("state");
// The newest first.
let rows = [];
let chosen = null;
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};
const pretty = (text) => {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
};
const fields = (headers) => Object.entries(headers).map(([name, value]) => name + ": " + value).join("\n");
const matches = (entry) => {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [entry.method, entry.target, entry.status, entry.operation || "", entry.requestBody, entry.responseBody]
    .join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
};
const block = (title, text) => {
  if (!text) return;
  detail.append(element("h2", title), element("pre", text));
};
const choose = (entry) => {
  chosen = entry.number;
  detail.replaceChildren(element("h2", entry.method + " " + entry.target));
  detail.append(element("p", [entry.operation, entry.status, entry.duration + " ms", entry.time].filter(Boolean).join(" · ")));
  block("curl", entry.curl);
  block("Client", entry.client);
  block("Request headers", fields(entry.requestHeaders));
  block("Request body", pretty(entry.requestBody));
  block("Response headers", fields(entry.responseHeaders));
  block("Response body", pretty(entry.responseBody));
  for (const { number, button } of rows) button.setAttribute("aria-current", String(number === chosen));
};
const row = (entry) => {
  const item = element("li");
  const button = element("button");
  button.type = "button";
  button.setAttribute("aria-current", "false");
  button.append(
    element("span", entry.method),
    element("span", String(entry.status), "s" + String(entry.status)[0]),
    element("span", entry.target, "path"),
    element("span", entry.duration + " ms"),
  );
  button.addEventListener("click", () => choose(entry));
  item.append(button);
  item.hidden = !matches(entry);
  return { number: entry.number, entry, item, button };
};
// A row stays the element that it is: whoever stands on it with the keyboard is not moved by what comes.
const add = (entry) => {
  const at = rows.findIndex(({ number }) => number <= entry.number);
  if (rows[at]?.number === entry.number) return;
  const made = row(entry);
  list.insertBefore(made.item, rows[at]?.item ?? null);
  rows.splice(at < 0 ? rows.length : at, 0, made);
  rows.splice(MOST).forEach(({ item }) => item.remove());
};
filter.addEventListener("input", () => rows.forEach(({ entry, item }) => { item.hidden = !matches(entry); }));
document.getElementById("clear").addEventListener("click", () => { rows = []; list.replaceChildren(); });
const live = new EventSource("/_sandbox/requests/live");
live.addEventListener("open", async () => {
  state.textContent = "live";
  const known = await (await fetch("/_sandbox/requests")).json();
  known.forEach(add);
});
live.addEventListener("error", () => { state.textContent = "disconnected"; });
live.addEventListener("message", (event) => add(JSON.parse(event.data)));
`;
