/** The user's documents in this browser, while the user wants that. */

const FLAG = "hooklens.documents";
const DATABASE = "hooklens";
const STORE = "documents";
const KEY = "all";

/** Whether documents are kept. It opens nothing: a database that is opened is there from then on. */
export function areKept() {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return false;
  }
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab has it open"));
  });

async function withStore(mode, use) {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await settled(request);
  try {
    return await settled(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

export const keptDocuments = async () => (await withStore("readonly", (store) => store.get(KEY))) ?? [];

export async function keepDocuments(documents) {
  await withStore("readwrite", (store) => store.put(documents, KEY));
  localStorage.setItem(FLAG, "kept");
}

export async function forgetDocuments() {
  localStorage.removeItem(FLAG);
  await settled(indexedDB.deleteDatabase(DATABASE));
}
