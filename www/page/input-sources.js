import { byId, say } from "./dom.js";
import { bytes } from "./text.js";

/** Files and pastes from anywhere on the page. */

const LARGEST = 64 * 1024 * 1024;

/** What a file has, decompressed where it is gzip. */
async function contentOf(file, tooLarge) {
  if (file.size > LARGEST) throw tooLarge(file.size);
  const content = new Uint8Array(await file.arrayBuffer());
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  const chunks = [];
  let size = 0;
  try {
    const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      // A small file may be endless once it is decompressed.
      if (size > LARGEST) throw await reader.cancel().then(() => tooLarge(size));
    }
  } catch (error) {
    throw size > LARGEST ? error : new Error(`${file.name} is gzip that is broken.`);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Reads a file as the package would: UTF-8, a byte order mark kept; other bytes are given as they are. */
async function read(file, limit = "a body can have at most 16 MiB") {
  const tooLarge = (size) => new Error(`${file.name} is too large (${bytes(size)}): ${limit}.`);
  const content = await contentOf(file, tooLarge);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return { text };
  } catch {
    return { text, bytes: content };
  }
}

/**
 * `load` takes a body, `add` a list of documents; `wantsDocuments` tells which of them is meant by what is dropped or
 * pasted on the page.
 */
export function inputSources({ load, add, wantsDocuments }) {
  const picker = byId("file");
  const documentPicker = byId("documents");
  const shade = byId("drop");
  const open = async (file) => {
    try {
      const { text, bytes: raw } = await read(file);
      load(text, raw);
      say(`Opened ${file.name}.`);
    } catch (error) {
      say(error.message || `${file.name} could not be read.`);
    }
  };
  const addAll = async (files) => {
    const documents = [];
    for (const file of files)
      try {
        const { text, bytes: raw } = await read(file, "a document can have at most 64 MiB");
        documents.push({ text, raw, file: file.name });
      } catch (error) {
        say(error.message || `${file.name} could not be read.`);
      }
    if (documents.length > 0) add(documents);
  };

  picker.onchange = () => {
    if (picker.files[0]) open(picker.files[0]);
    picker.value = "";
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
      else open(files[0]);
    },
    true,
  );

  addEventListener("paste", (event) => {
    if (event.defaultPrevented || event.target.closest?.("input, textarea, #editor")) return;
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    if (wantsDocuments()) add([{ text }]);
    else load(text);
  });

  return { choose: () => picker.click(), chooseDocuments: () => documentPicker.click() };
}
