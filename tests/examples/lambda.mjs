import { webhook } from "hooklens/lambda";

export const handler = webhook((event) => {
  console.log(event.id, event.payload);
});
