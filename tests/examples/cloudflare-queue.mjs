import { queue } from "hooklens/fetch";

export default {
  queue: queue((event) => {
    console.log(event.id, event.payload);
  }),
};
