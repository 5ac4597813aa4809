/* global WASM_FILE -- written by the build */

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

// What the page cannot do without is asked for at once. Safari fetches it again where a link preloads it.
globalThis.hooklensModule = fetch(WASM_FILE);
globalThis.hooklensModule.catch(() => {}); // Whoever awaits it tells.
