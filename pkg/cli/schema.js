// `hooklens schema`: the JSON Schema of the body of an event.
import { EVENT, printer } from "./printer.js";

export const { command, run } = printer({
  name: "schema",
  title: "prints the JSON Schema of an event's body",
  about: `${EVENT} The schema of a built-in event is of draft 2020-12; that of an event of --catalog is as the document has it, with all that it refers to.`,
  examples: [
    ["hooklens schema refresh", "to look at"],
    ["hooklens schema lock.locked > lock.locked.schema.json", "for another validator"],
    ["hooklens schema --catalog openapi.json user.created", "of an event of your own"],
  ],
  valueOf: ({ schema }) => schema,
});
