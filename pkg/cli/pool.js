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

  /** How many tasks keep every thread busy. */
  get depth() {
    return this.#workers.length * 2;
  }

  /** Gives a task to the thread that has the least to do. */
  ask(task) {
    const free = this.#workers.reduce((a, b) => (b.tasks < a.tasks ? b : a));
    const id = this.#next++;
    free.tasks += 1;
    free.worker.postMessage({ id, ...task }, task.bytes === undefined ? [] : [task.bytes.buffer]);
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, free }));
    // It is waited for later, and a thread may fail before.
    answer.catch(() => {});
    return answer;
  }

  #answered({ id, seen, error }) {
    const { resolve, reject, free } = this.#waiting.get(id);
    this.#waiting.delete(id);
    free.tasks -= 1;
    if (error === undefined) resolve(seen);
    else reject(Object.assign(new Error(error.message), error));
  }

  #failed(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  end() {
    return Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }
}
