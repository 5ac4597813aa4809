import { byId } from "./dom.js";

/** Keeps the page's own files in the browser, so that it works without a network after the first visit. */
export async function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  const said = byId("offline");
  try {
    const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    const offer = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      const update = byId("update");
      update.hidden = false;
      update.onclick = () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        registration.waiting.postMessage("take over");
      };
    };
    const watch = () => registration.installing?.addEventListener("statechange", offer);
    registration.addEventListener("updatefound", watch);
    watch();
    // Registering what is registered already does not ask for a newer version.
    if (registration.active) registration.update().catch(() => {});
    offer();
    await navigator.serviceWorker.ready;
    said.textContent = "It also works offline.";
    document.documentElement.dataset.offline = "ready";
  } catch {
    // Private windows and plain HTTP forbid it; the page works all the same.
  }
}
