// The browsers that the page is tested in: where they are, and what installs them. It needs Node alone.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const { env } = process;

function onPath(...names) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** MiniBrowser is no command: it stands in a folder named after the machine. */
function miniBrowser() {
  const libraries = "/usr/lib";
  const machines = existsSync(libraries) ? readdirSync(libraries) : [];
  return machines
    .flatMap((machine) =>
      ["webkit2gtk-4.1", "webkit2gtk-4.0"].map((name) => join(libraries, machine, name, "MiniBrowser")),
    )
    .find(existsSync);
}

/** Each engine by its name: what it is run by, Debian's packages of that, and how large they are. */
export const ENGINES = {
  chromium: {
    title: "Chromium",
    packages: ["chromium"],
    size: "100 MB",
    elsewhere: "install Chromium, or set CHROMIUM_PATH to one",
    find: () => ({
      browser:
        env.CHROMIUM_PATH ||
        onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") ||
        [
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ].find(existsSync),
    }),
  },
  firefox: {
    title: "Firefox",
    packages: ["firefox-esr"],
    size: "75 MB",
    elsewhere: "install Firefox, or set FIREFOX_PATH to one",
    find: () => ({
      browser:
        env.FIREFOX_PATH ||
        onPath("firefox-esr", "firefox") ||
        ["/Applications/Firefox.app/Contents/MacOS/firefox"].find(existsSync),
    }),
  },
  webkit: {
    title: "WebKitGTK",
    packages: ["webkit2gtk-driver", "xvfb"],
    size: "120 MB",
    elsewhere: "it needs Linux with WebKitGTK's MiniBrowser, WebKitWebDriver and Xvfb",
    find: () => ({ browser: miniBrowser(), driver: onPath("WebKitWebDriver"), display: onPath("Xvfb") }),
  },
};

export const isInstalled = (engine) => Object.values(ENGINES[engine].find()).every(Boolean);

/** The paths of an engine's programs; says what is missing where one is. */
export function programs(engine) {
  const { title, packages, elsewhere, find } = ENGINES[engine];
  const found = find();
  const missing = Object.keys(found).filter((name) => !found[name]);
  if (missing.length > 0)
    throw new Error(
      `${title} cannot run here: there is no ${missing.join(" and no ")}. ` +
        `On Debian: apt-get install ${packages.join(" ")}. Elsewhere: ${elsewhere}.`,
    );
  return found;
}
