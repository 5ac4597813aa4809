// Threads that look at lines; what they say comes in the order in which they were asked.
import { Worker } from "node:worker_threads";

export class Pool {
  #workers;
  #waiting = new Map();
  #next = 0;

  constructor(jobs, workerData) {
    this.#workers = Array.from({ length: jobs }, () => {
      const worker = new Worker(new URL("worker.js", import.meta.url), { workerData });
      worker.on("message", (message) => this.#answered(message));
      worker.on("error", (error) => this.#failed(error));
      return { worker, tasks: 0 };
    });
  }

  /** Whether a thread has less to do than keeps it busy. */
  get hasRoom() {
    return this.#workers.some(({ tasks }) => tasks < 2);
  }

  /** Gives a task to the thread that has the least to do. */
  ask({ bytes, ...task }) {
    const free = this.#workers.reduce((a, b) => (b.tasks < a.tasks ? b : a));
    const id = this.#next++;
    free.tasks += 1;
    // What is only a part of memory, others have parts of as well.
    const own = bytes?.byteLength === bytes?.buffer.byteLength ? bytes : Uint8Array.from(bytes);
    free.worker.postMessage({ id, ...task, bytes: own }, own === undefined ? [] : [own.buffer]);
    const asked = { isThere: false };
    asked.answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, free, asked }));
    // It is waited for later, and a thread may fail before.
    asked.answer.catch(() => {});
    return asked;
  }

  #answered({ id, seen, error }) {
    const { resolve, reject, free, asked } = this.#waiting.get(id);
    this.#waiting.delete(id);
    free.tasks -= 1;
    asked.isThere = true;
    if (error === undefined) resolve(seen);
    else reject(Object.assign(new Error(error.message), error));
  }

  #failed(error) {
    for (const { reject, asked } of this.#waiting.values()) {
      asked.isThere = true;
      reject(error);
    }
    this.#waiting.clear();
  }

  end() {
    return Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }
}
