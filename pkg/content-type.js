// Whether a Content-Type is JSON in UTF-8, by whatever name.

const CHARSETS = new Set(["utf-8", "utf8", "us-ascii"]);

export function isJson(contentType = "") {
  if (contentType === "application/json") return true;
  const [media, ...parameters] = contentType.toLowerCase().split(";");
  if (!/^application\/([\w.!#$&^-]+\+)?json$/.test(media.trim())) return false;
  return parameters.every((parameter) => {
    const [name, ...value] = parameter.split("=");
    return name.trim() !== "charset" || CHARSETS.has(value.join("=").trim().replace(/^"|"$/g, ""));
  });
}
