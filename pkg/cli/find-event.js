// The event type that somebody means: case and separators do not matter, and the first or last words are enough.
import { Refusal, nearest } from "./options.js";
import { sayError } from "./say-error.js";

const fold = (text) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ".");

/** The one that is named by its id, its type, or the first or last words of one; a `Refusal` where there is none, or several. */
export function findEvent(catalog, given) {
  const exact = catalog.find(({ id }) => id === given);
  if (exact !== undefined) return exact;
  const wanted = fold(given);
  const isNamed = ({ id, type }) => fold(id) === wanted || fold(type) === wanted;
  const isBegun = ({ id, type }) => [id, type].some((name) => fold(name).startsWith(`${wanted}.`));
  const isEnded = ({ type }) => fold(type).endsWith(`.${wanted}`);
  for (const fits of [isNamed, isBegun, isEnded]) {
    const found = catalog.filter(fits);
    if (found.length === 1) return found[0];
    if (found.length > 1) throw new Refusal(`${given} may be each of ${some(found)}`, "give the whole id");
  }
  throw new Refusal(`there is no event ${given}`, adviceOn(catalog, given));
}

function adviceOn(catalog, given) {
  const names = catalog.flatMap(({ id, type }) => [id, type]);
  const meant = nearest(given, [...new Set(names)]);
  return meant === undefined ? "hooklens events lists them" : `did you mean ${meant}?`;
}

/** Says that nothing fits `--event`: else a slip in it would seem to be one in every body. */
export function noteUnlessKnown(catalog, given) {
  const wanted = fold(given);
  const isFit = (name) => name === wanted || name.startsWith(`${wanted}.`) || name.startsWith(`${wanted}/`);
  if (wanted === "" || catalog.some(({ id, type }) => isFit(fold(id)) || isFit(fold(type)))) return;
  sayError(new Refusal(`--event: there is no event ${given}`, adviceOn(catalog, given)));
}

const MOST = 5;

function some(found) {
  const ids = found.slice(0, MOST).map(({ id }) => id);
  return found.length > MOST ? `${ids.join(", ")} and ${found.length - MOST} more` : ids.join(", ");
}
