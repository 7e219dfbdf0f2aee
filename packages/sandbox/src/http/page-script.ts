/** What the request log does in the browser. Values of requests become text nodes and nothing else. */
export const SCRIPT: string = String.raw`
"use strict";
const MOST = 500;
const list = document.getElementById("list");
const detail = document.getElementById("detail");
const filter = document.getElementById("filter");
const state = document.getElementById("state");
let entries = [];
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
  draw();
};
const row = (entry) => {
  const item = element("li");
  const button = element("button");
  button.type = "button";
  button.setAttribute("aria-current", String(entry.number === chosen));
  button.append(
    element("span", entry.method),
    element("span", String(entry.status), "s" + String(entry.status)[0]),
    element("span", entry.target, "path"),
    element("span", entry.duration + " ms"),
  );
  button.addEventListener("click", () => choose(entry));
  item.append(button);
  return item;
};
const draw = () => list.replaceChildren(...entries.filter(matches).reverse().map(row));
const add = (entry) => {
  if (entries.some(({ number }) => number === entry.number)) return;
  entries = [...entries, entry].sort((a, b) => a.number - b.number).slice(-MOST);
  draw();
};
filter.addEventListener("input", draw);
document.getElementById("clear").addEventListener("click", () => { entries = []; draw(); });
const live = new EventSource("/_sandbox/requests/live");
live.addEventListener("open", async () => {
  state.textContent = "live";
  const known = await (await fetch("/_sandbox/requests")).json();
  known.forEach(add);
});
live.addEventListener("error", () => { state.textContent = "disconnected"; });
live.addEventListener("message", (event) => add(JSON.parse(event.data)));
`;
