// Loaded into an example: measures its memory, and tells when it is asked.
let start = process.memoryUsage().rss;
let most = start;

setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5).unref();

process.on("message", () => {
  process.send({ grown: most - start });
  start = most = process.memoryUsage().rss;
});
process.channel?.unref();
