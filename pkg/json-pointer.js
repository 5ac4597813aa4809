// The parts of JSON pointers.

export const escaped = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");

export const unescaped = (part) => part.replaceAll("~1", "/").replaceAll("~0", "~");
