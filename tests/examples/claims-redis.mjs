const CLAIM = `
local held = redis.call("GET", KEYS[1])
if held == "done" then return "done" end
if held and held ~= ARGV[1] then return "busy" end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return "claimed"`;

const RELEASE = `
if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("DEL", KEYS[1]) end`;

/** For how long it is known what was done, in seconds: longer than anybody delivers again. */
const KEPT = 30 * 24 * 60 * 60;

/** Claims in Redis; `client` is one of the package redis, connected. */
export function claimsInRedis(client, prefix = "webhook:") {
  return {
    claim(key, lease, owner) {
      return client.eval(CLAIM, { keys: [prefix + key], arguments: [owner, String(lease)] });
    },
    complete(key) {
      return client.set(prefix + key, "done", { EX: KEPT });
    },
    release(key, owner) {
      return client.eval(RELEASE, { keys: [prefix + key], arguments: [owner] });
    },
  };
}
