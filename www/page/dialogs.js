/** The dialogs, which come when one is asked for. */
export { openGiveDialog } from "./give-dialog.js";
export { openHelp } from "./help.js";
