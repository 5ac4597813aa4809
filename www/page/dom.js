import { render } from "lit-html";

export const byId = (id) => document.getElementById(id);

/** After this, what was drawn can be seen. A page in the background draws nothing. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

/**
 * Opens a dialog, in place of one with the same id, whose heading has the id `titleId`. `viewOf` gives what is in it, and
 * is given what closes it. Gives the dialog and what draws it anew.
 */
export function openDialog(id, titleId, viewOf) {
  byId(id)?.remove();
  const dialog = document.createElement("dialog");
  Object.assign(dialog, { id, className: "dialog", onclose: () => dialog.remove() });
  dialog.setAttribute("aria-labelledby", titleId);
  const draw = () => render(viewOf(close), dialog);
  const close = () => dialog.close();
  draw();
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, draw, close };
}
