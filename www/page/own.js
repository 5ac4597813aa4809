/** The user's own events, which come when there are some or when they are asked for. */
export { createOwnEvents } from "./own-events.js";
export { createOwnView } from "./own-view.js";
