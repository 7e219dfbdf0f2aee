import { createServer } from "node:http";

/** Answers one path with one text, in a process of its own so that its time is nobody else's. */
const [path = "", answer = ""] = process.argv.slice(2);
const server = createServer((request, response) => {
  response.writeHead(request.url === path ? 200 : 404, { "content-type": "application/json" });
  response.end(answer);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
