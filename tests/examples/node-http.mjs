import { createServer } from "node:http";
import { webhook } from "hooklens/node";

const receive = webhook((event) => {
  console.log(event.id, event.payload);
});

const server = createServer((request, response) => {
  if (request.url === "/webhook") return receive(request, response);
  response.writeHead(404).end();
});

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/webhook`);
});
