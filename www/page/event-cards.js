import { html } from "lit-html";
import { prose } from "./pieces.js";
import { linkTo } from "./text.js";
import { wholeCatalog } from "./whole-catalog.js";

/** So many events are told, and so many that the body could be. */
const MOST = 12;

/** The recognized events of a report, each once, and for an unknown body what it could be besides. */
function idsOf(report) {
  const ids = [...new Set(report?.events.map(({ id }) => id))];
  const candidates = report?.status === "unknown" ? report.candidates : [];
  return [ids, candidates.filter((id) => !ids.includes(id))];
}

export const hasEventCards = ({ report }) => idsOf(report).flat().length > 0;

/** What each recognized event is, from the catalog, in full once that has arrived. */
export function eventCards({ report, engine }) {
  const [ids, candidates] = idsOf(report);
  const entries = wholeCatalog() ?? engine?.entries;
  const card = (id, could) => {
    const { type, providerTitle, description, title } = entries.get(id);
    return html`<li class=${could ? "event could" : "event"}>
      <p class="event-name">
        ${could ? html`<span class="tag">Could be</span>` : ""}<a href=${linkTo(id)}>${type}</a
        ><span class="faint">${providerTitle}</span>
      </p>
      <p>${prose(description || title)}</p>
    </li>`;
  };
  return html`<ul>
    ${ids.slice(0, MOST).map((id) => card(id, false))}${candidates.slice(0, MOST).map((id) => card(id, true))}
  </ul>`;
}
