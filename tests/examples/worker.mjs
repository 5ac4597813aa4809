import { webhook } from "hooklens/fetch";

export default {
  fetch: webhook((event) => {
    console.log(event.id, event.payload);
  }),
};
