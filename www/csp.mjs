/** What the page may do: run its own files and nothing else. One text for the server's header and the HTML's <meta>. */
export const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

export const metaPolicy = directives.join("; ");

// A <meta> may not carry frame-ancestors: browsers ignore it there and say so on the console.
export const headerPolicy = [...directives, "frame-ancestors 'none'"].join("; ");
