export const byId = (id) => document.getElementById(id);

/** After this, what was drawn can be seen. A page in the background draws nothing. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
