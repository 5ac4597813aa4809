// `hooklens example`: an example body of an event.
import { EVENT, printer } from "./printer.js";
import { STDERR, paintFor } from "./terminal.js";
import { visible } from "./visible.js";
import { some } from "./tally.js";

export const { command, run } = printer({
  name: "example",
  title: "prints an example body of an event",
  about: `${EVENT} For an event of --catalog it is the example of the document, or where that has none, one made from the schema.`,
  examples: [
    ["hooklens example refresh", "to look at"],
    ["hooklens example lock.locked | hooklens check", "to see that it is one"],
    ["hooklens example lock.locked --compact >> lines.ndjson", "as a line of an archive"],
    ["hooklens example --catalog openapi.json user.created", "of an event of your own"],
  ],
  valueOf({ id, example, exampleIsMade }, lens) {
    if (exampleIsMade && lens !== undefined) warn(id, example, lens);
    return example;
  },
});

/** Says what is wrong with an example that was made: there may be nothing that the schema accepts. */
function warn(id, example, { validate }) {
  const { problems, omitted = 0 } = validate(JSON.stringify(example), { event: id });
  if (problems.length === 0) return;
  const [{ message, pointer }] = problems;
  const paint = paintFor(STDERR);
  const text = `the example is made from the schema of ${id}, and has ${some(problems.length + omitted, "problem")}: ${message}, at ${pointer || "the root"}`;
  process.stderr.write(`${paint.yellow("warning")}: ${visible(text)}\n`);
}
