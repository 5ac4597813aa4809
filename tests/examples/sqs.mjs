import { queue } from "hooklens/lambda";

export const handler = queue((event) => {
  console.log(event.id, event.payload);
});
