// A classic script in the head, so that the chosen colors are there at the first paint.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("hooklens.theme");
  } catch {
    // A browser that keeps nothing follows the system.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
