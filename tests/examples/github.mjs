import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createHookLens } from "hooklens";
import { webhook } from "hooklens/node";
import { verifyGitHub } from "./verify-github.mjs";

// npm install @octokit/openapi-webhooks
const path = import.meta.resolve("@octokit/openapi-webhooks/generated/api.github.com.json");
const document = readFileSync(new URL(path));

const lens = createHookLens({ catalogs: [{ name: "github", document }], builtIn: false });

const receive = webhook(
  (event) => {
    console.log(event.id, event.payload);
  },
  {
    lens,
    event: { header: "x-github-event" },
    verify: verifyGitHub(process.env.GITHUB_WEBHOOK_SECRET),
    maxBytes: 25 * 1024 * 1024, // GitHub's own limit
  },
);

const server = createServer((request, response) => {
  if (request.url === "/webhook") return receive(request, response);
  response.writeHead(404).end();
});

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/webhook`);
});
