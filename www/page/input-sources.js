import { byId } from "./dom.js";
import { inflate, isGzip, textOf } from "./inflate.js";
import { bytes } from "./text.js";
import { say } from "./toast.js";

/** Files and pastes from anywhere on the page. */

const LARGEST = 64 * 1024 * 1024;

/** Reads a file, and what is in it where its name says that it is compressed. */
async function read(file) {
  const tooLarge = (size) =>
    new Error(`${file.name} is too large (${size}): a file can have at most 64 MiB.`);
  if (file.size > LARGEST) throw tooLarge(bytes(file.size));
  const content = new Uint8Array(await file.arrayBuffer());
  // Without such a name it is the body that is compressed, which no handler could read.
  if (!/\.gz(ip)?$/i.test(file.name) || !isGzip(content)) return textOf(content);
  const inflated = await inflate(content, LARGEST).catch(() => {
    throw new Error(`${file.name} is gzip that is broken.`);
  });
  if (inflated === null) throw tooLarge("once it is decompressed");
  return textOf(inflated);
}

/**
 * `load` takes a body, `loadOther` one to compare it with, `add` a list of documents; `wantsDocuments` tells which of them is meant by what is dropped or
 * pasted on the page.
 */
export function inputSources({ load, loadOther, add, wantsDocuments }) {
  const picker = byId("file");
  let picked = load;
  const documentPicker = byId("documents");
  const shade = byId("drop");
  const open = async (file, take = load) => {
    try {
      const { text, raw } = await read(file);
      take(text, raw);
      say(`Opened ${file.name}.`);
    } catch (error) {
      say(error.message || `${file.name} could not be read.`);
    }
  };
  const addAll = async (files) => {
    const documents = [];
    for (const file of files)
      try {
        const { text, raw } = await read(file);
        documents.push({ text, raw, file: file.name });
      } catch (error) {
        say(error.message || `${file.name} could not be read.`);
      }
    if (documents.length > 0) add(documents);
  };

  picker.onchange = () => {
    if (picker.files[0]) open(picker.files[0], picked);
    picker.value = "";
    picked = load;
  };
  documentPicker.onchange = async () => {
    await addAll([...documentPicker.files]);
    documentPicker.value = "";
  };

  const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  const shadeOff = () => {
    depth = 0;
    shade.hidden = true;
  };
  addEventListener("dragenter", (event) => {
    if (!holdsFile(event)) return;
    depth++;
    shade.firstChild.textContent = wantsDocuments()
      ? "Drop documents to add their events"
      : "Drop the file to inspect it";
    shade.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (holdsFile(event) && --depth <= 0) shadeOff();
  });
  addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
  // Captured, because the editor would put the file's text at the pointer instead of replacing the body.
  addEventListener(
    "drop",
    (event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      shadeOff();
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      if (wantsDocuments()) addAll(files);
      else open(files[0], event.composedPath().some(({ id }) => id === "compare") ? loadOther : load);
    },
    true,
  );

  addEventListener("paste", (event) => {
    if (event.defaultPrevented || event.target.closest?.("input, textarea, #editor, #compare")) return;
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    if (wantsDocuments()) add([{ text }]);
    else load(text);
  });

  function choose(take) {
    picked = take;
    picker.click();
  }

  return {
    choose: () => choose(load),
    chooseOther: () => choose(loadOther),
    chooseDocuments: () => documentPicker.click(),
  };
}
