// The number that the module answers `check` with: see src/wasm.rs.

/** The body has a problem, or is no event: the report is asked for. */
export const MORE_TO_SAY = 0xffffffff;

const ROW = 0xffff;
const LISTED = 1 << 16;
const SEVERAL = 1 << 17;

/** The report on a body without a problem, which its verdict says whole. */
export function cleanReport(verdict, memory, { rows }) {
  const events = (verdict & SEVERAL) === 0 ? [only(verdict, rows)] : several(memory, rows);
  return { status: "valid", valid: true, events, candidates: [], problems: [] };
}

function only(verdict, rows) {
  const { id, provider, type, title, pointer } = rows[verdict & ROW];
  const isListed = (verdict & LISTED) !== 0;
  return { id, provider, type, title, pointer: isListed ? `${pointer}/0` : pointer };
}

function several(memory, rows) {
  const from = memory.exports.rows() >>> 2;
  const numbers = memory.numbers();
  const events = new Array(numbers[from]);
  for (let at = 0; at < events.length; at++) {
    const { id, provider, type, title, pointer } = rows[numbers[from + 1 + at]];
    events[at] = { id, provider, type, title, pointer: `${pointer}/${at}` };
  }
  return events;
}
