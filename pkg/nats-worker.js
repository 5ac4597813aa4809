// A worker over a durable pull consumer: it takes as many messages as it has hands free, says of those that take long
// that it is still at them, and when it is stopped finishes what it has begun.

/** How long a request for messages waits, in milliseconds. A server that is gone is noticed in as long. */
const PULL = 4_000;

/** Between two tries to reach a server, in milliseconds. */
const PAUSE = 500;

/** How often a message is said to be worked on, for each time that the server would wait. */
const SIGNALS = 3;

export class Worker {
  #working = new Set();
  #stopping = false;
  #freed = () => {};
  #pull;

  /** `work` gets a message; it acknowledges it, and does not throw. */
  constructor(consumer, { concurrency, ackWait, onError }, work) {
    Object.assign(this, { consumer, concurrency, onError, work });
    const signals = setInterval(() => this.#signal(), Math.max(1, ackWait / SIGNALS));
    this.closed = this.#run().finally(() => clearInterval(signals));
  }

  /** Takes nothing more; resolves when all that was begun is done. */
  stop() {
    this.#stopping = true;
    this.#pull?.close();
    this.#freed();
    return this.closed;
  }

  async #run() {
    while (!this.#stopping) {
      try {
        await this.#take(this.concurrency - this.#working.size);
      } catch (error) {
        if (this.#stopping) break;
        this.onError(error);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      while (!this.#stopping && this.#working.size >= this.concurrency) {
        await new Promise((resolve) => (this.#freed = resolve));
      }
    }
    await Promise.all([...this.#working].map(({ done }) => done));
  }

  /** Takes so many messages, or what comes in a while. */
  async #take(most) {
    this.#pull = await this.consumer.fetch({ max_messages: most, expires: PULL });
    for await (const message of this.#pull) {
      // What came when nothing more was wanted is for others, at once.
      if (this.#stopping) message.nak();
      else this.#begin(message);
    }
  }

  #begin(message) {
    const entry = { message };
    this.#working.add(entry);
    entry.done = this.work(message).finally(() => {
      this.#working.delete(entry);
      this.#freed();
    });
  }

  #signal() {
    for (const { message } of this.#working) message.working();
  }
}
