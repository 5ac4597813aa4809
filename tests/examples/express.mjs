import express from "express";
import { webhook } from "hooklens/node";

const app = express();

// Before express.json() and other body parsers: HookLens reads the raw body.
app.post(
  "/webhook",
  webhook((event) => {
    console.log(event.id, event.payload);
  }),
);

app.use(express.json());

const server = app.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/webhook`);
});
