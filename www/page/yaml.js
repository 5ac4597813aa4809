/* global YAML_FILE -- the name of yaml-worker.js in the built page */

const PATIENCE = 60_000;

/** Whether a text is to be read as YAML: what is JSON begins with a bracket. */
export const isYaml = (text, file = "") => /\.ya?ml$/i.test(file) || !/^\uFEFF?\s*[{[]/.test(text);

/** Reads YAML in a worker, which is loaded for it: `{ json, places }` or `{ problems }`. */
export function readYaml(text, asked = []) {
  return new Promise((resolve) => {
    const fail = (message) => done({ problems: [{ severity: "error", message, pointer: "", span: null }] });
    const worker = new Worker(new URL(YAML_FILE, import.meta.url));
    const timer = setTimeout(() => fail("This YAML takes too long to read. Try it as JSON."), PATIENCE);
    function done(outcome) {
      clearTimeout(timer);
      worker.terminate();
      resolve(outcome);
    }
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail("What reads YAML could not be loaded. Check your network connection.");
    };
    worker.postMessage({ text, asked });
  });
}
