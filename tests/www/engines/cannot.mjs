/**
 * What an engine cannot do, or cannot be asked by what drives it, with the reason. Tests that need it are
 * skipped there, each with that reason.
 */
export const CANNOT = {
  chromium: {},
  firefox: {
    "change colors": "Firefox takes the system's colors from a preference when it starts",
    "ask for contrast": "Firefox takes the wish for contrast from the desktop alone",
    "tell of a download": "Firefox does not tell what drives it that a download began",
    "judge a manifest": "Firefox does not tell what it makes of a manifest",
  },
  webkit: {
    "change colors": "MiniBrowser takes the system's colors from its command line when it starts",
    "tell of a download": "WebDriver does not tell that a download began",
    "judge a manifest": "WebDriver does not tell what the engine makes of a manifest",
    "ask for contrast": "WebKitGTK takes no wish for contrast from its settings",
    "hit corners": "WebKit finds what is cut off at a rounded corner by its place all the same",
    "be 320 pixels wide": "MiniBrowser's window has at least 334 pixels",
    "force colors": "WebKitGTK has no forced colors",
  },
};
